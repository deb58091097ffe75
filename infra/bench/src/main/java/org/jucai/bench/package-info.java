/** Measures intake and pool views against plain PostgreSQL on the same server, interleaved in one run. */
package org.jucai.bench;
