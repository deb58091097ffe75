package org.jucai.platform.kernel;

import java.util.UUID;

/** The one source of new ids; time-ordered (UUID version 7, RFC 9562). Passed in, so that a test can fix it. */
@FunctionalInterface
public interface Ids {

    UUID next();
}
