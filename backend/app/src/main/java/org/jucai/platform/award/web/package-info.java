/** Awards by HTTP. */
@NullMarked
package org.jucai.platform.award.web;

import org.jspecify.annotations.NullMarked;
