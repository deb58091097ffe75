/** The module's edge: generated interfaces on one side, desks and boards on the other. */
@NullMarked
package org.jucai.platform.membership.web;

import org.jspecify.annotations.NullMarked;
