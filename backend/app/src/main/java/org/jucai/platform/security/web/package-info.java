/** Sessions, tokens and the access audit over HTTP. */
@NullMarked
package org.jucai.platform.security.web;

import org.jspecify.annotations.NullMarked;
