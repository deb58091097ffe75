/** Traceability by HTTP. */
@NullMarked
package org.jucai.platform.trace.web;

import org.jspecify.annotations.NullMarked;
