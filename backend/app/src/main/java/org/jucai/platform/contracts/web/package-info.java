/** Contracts by HTTP. */
@NullMarked
package org.jucai.platform.contracts.web;

import org.jspecify.annotations.NullMarked;
