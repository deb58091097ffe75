/** An award's documents as they are handed out: in full to those who see everything, to the public without what stays secret. */
@NullMarked
package org.jucai.platform.award.bundles;

import org.jspecify.annotations.NullMarked;
