/** The edge of the kernel: problem documents, the clock of a request, message files. */
@NullMarked
package org.jucai.platform.kernel.web;

import org.jspecify.annotations.NullMarked;
