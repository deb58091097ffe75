package org.jucai.platform.bidding.envelope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an envelope says in clear. Everything in it is bound to these words.
 *
 * @param version 1 for a supplier's first envelope of a round, one more for each that replaces it
 * @param trustees three; their order is their number, from 1
 */
public record Head(Suite suite, String round, String supplier, long version, List<TrusteeKey> trustees) {

    private static final long MOST_VERSIONS = 1_000_000;

    public Head {
        trustees = List.copyOf(trustees);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("format", Envelope.FORMAT);
        tree.put("suite", suite.code());
        tree.put("round", round);
        tree.put("supplier", supplier);
        tree.put("version", version);
        tree.put("trustees", trustees.stream().map(TrusteeKey::tree).toList());
        return tree;
    }

    static Head read(Members members) {
        members.format(Envelope.FORMAT);
        return new Head(Suite.read(members), members.id("round"), members.id("supplier"), members.number("version", 1, MOST_VERSIONS), TrusteeKey.readThree(members));
    }

    /** The place of a section in an envelope of so many: what the section is bound to. */
    Place place(int section, int sections) {
        return places(sections).at(section);
    }

    Place.Row places(int sections) {
        Map<String, Object> bound = tree();
        bound.put("sections", sections);
        return new Place.Row(Digests.sha256(Digests.label("place"), CanonicalJson.bytes(bound)));
    }
}
