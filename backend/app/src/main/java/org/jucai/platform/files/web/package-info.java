/** Files by HTTP; how one is shown is said here for all who show files. */
@NullMarked
@NamedInterface("web")
package org.jucai.platform.files.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
