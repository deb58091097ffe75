package org.jucai.platform.bidding.envelope;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trustee says its share of a section is.
 *
 * @param section from 0
 * @param share 33 bytes; null where the trustee says that what was sealed to it does not open
 */
public record ReleasedShare(int section, @Nullable Bytes share) {

    Map<String, Object> tree() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("section", section);
        if (share != null) tree.put("share", share.text());
        return tree;
    }

    static ReleasedShare read(Members members) {
        int section = (int) members.number("section", 0, Shape.mostSections() - 1);
        ReleasedShare released = new ReleasedShare(section, members.has("share") ? members.bytes("share", SealedShare.SHARE_BYTES) : null);
        members.end();
        return released;
    }
}
