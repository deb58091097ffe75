/**
 * Where the bytes of files lie, behind one interface: a disk, or an S3-compatible store.
 *
 * <p>The store speaks four requests of S3 (PUT, GET, HEAD, DELETE), each signed by the vendor's own signer, {@code http-auth-aws} (eleven jars, 0.8 MB), and sent by the
 * HTTP client that is here already. The vendor's whole client was weighed and left out: its Netty transport does not run on Netty 4.2, which everything
 * here runs on, and with its native transport it adds 32 MB, three quarters of it native code for eleven platforms.
 */
@NullMarked
package org.jucai.platform.files.store;

import org.jspecify.annotations.NullMarked;
