/** Jucai on one machine: embedded PostgreSQL and Redis with durable data, and the demo world. Never part of the production jar. */
@NullMarked
package org.jucai.local;

import org.jspecify.annotations.NullMarked;
