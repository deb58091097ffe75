/** The application's base package; its direct sub-packages are the modules. */
@NullMarked
package org.jucai.platform;

import org.jspecify.annotations.NullMarked;
