package org.jucai.platform.award.bundles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A few public bundles as they were made last: many look at one when it is new, and it never changes. */
final class LatestBundles {

    private static final int MOST = 8;

    private final Map<UUID, byte[]> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, byte[]> eldest) {
            return size() > MOST;
        }
    });

    Optional<byte[]> find(UUID run) {
        return Optional.ofNullable(kept.get(run));
    }

    void keep(UUID run, byte[] bundle) {
        kept.put(run, bundle);
    }
}
