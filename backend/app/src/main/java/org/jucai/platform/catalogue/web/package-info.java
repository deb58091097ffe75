/** The catalogue over HTTP. */
@NullMarked
package org.jucai.platform.catalogue.web;

import org.jspecify.annotations.NullMarked;
