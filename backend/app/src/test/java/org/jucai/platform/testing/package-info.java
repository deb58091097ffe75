/** What API tests stand on: the real application on a real PostgreSQL and a real Redis, every answer held against the specification. */
@NullMarked
package org.jucai.platform.testing;

import org.jspecify.annotations.NullMarked;
