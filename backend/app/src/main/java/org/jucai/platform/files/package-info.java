/**
 * Content-hashed documents and photos: taken in with a limit and by what their bytes say they are, kept once per party, read by those whom they concern.
 *
 * <p>The bytes lie behind {@code store}, on a disk or in an S3-compatible store; rows, readers and events are here. What never found its row is collected by a clock.
 */
@NullMarked
@ApplicationModule(displayName = "Files", allowedDependencies = {"kernel", "journal"})
package org.jucai.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
