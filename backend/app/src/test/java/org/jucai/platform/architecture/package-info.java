/** The rules of the house, held by the build. */
@NullMarked
package org.jucai.platform.architecture;

import org.jspecify.annotations.NullMarked;
