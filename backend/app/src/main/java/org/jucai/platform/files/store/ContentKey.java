package org.jucai.platform.files.store;

import java.util.UUID;

/** Which bytes: a party's, by what they hash to. The same bytes of another party are others: nobody learns from a store what a rival has. */
public record ContentKey(UUID partyId, String sha256, long bytes) {

    /** A relative path of letters that need no escaping anywhere. */
    String place() {
        return folder() + "/" + sha256;
    }

    String folder() {
        return partyId + "/" + sha256.substring(0, 2);
    }
}
