/** Inspection by HTTP. */
@NullMarked
package org.jucai.platform.inspection.web;

import org.jspecify.annotations.NullMarked;
