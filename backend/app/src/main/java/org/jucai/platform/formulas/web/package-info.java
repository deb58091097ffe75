/** Formulas by HTTP. */
@NullMarked
package org.jucai.platform.formulas.web;

import org.jspecify.annotations.NullMarked;
