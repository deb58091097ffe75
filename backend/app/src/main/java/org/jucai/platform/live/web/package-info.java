/** The stream of events by HTTP. */
@NullMarked
package org.jucai.platform.live.web;

import org.jspecify.annotations.NullMarked;
