package org.jucai.local.world;

import java.util.List;
import java.util.Map;
import org.jucai.platform.rounds.RoundTerms.Zone;

/** The five delivery zones and the towns of Xinmi in each. */
final class Zones {

    static final List<Zone> ALL = List.of(
            new Zone("XM-C", "超化片区"),
            new Zone("XM-N", "牛店片区"),
            new Zone("XM-L", "来集片区"),
            new Zone("XM-Y", "岳村片区"),
            new Zone("XM-D", "大隗片区"));

    private static final Map<String, String> OF_TOWN = Map.ofEntries(
            Map.entry("超化镇", "XM-C"), Map.entry("平陌镇", "XM-C"),
            Map.entry("牛店镇", "XM-N"), Map.entry("米村镇", "XM-N"), Map.entry("袁庄乡", "XM-N"),
            Map.entry("来集镇", "XM-L"), Map.entry("城关镇", "XM-L"),
            Map.entry("岳村镇", "XM-Y"), Map.entry("白寨镇", "XM-Y"), Map.entry("曲梁镇", "XM-Y"),
            Map.entry("大隗镇", "XM-D"), Map.entry("苟堂镇", "XM-D"), Map.entry("刘寨镇", "XM-D"));

    private Zones() {}

    static String of(String town) {
        String zone = OF_TOWN.get(town);
        if (zone == null) throw new IllegalArgumentException("no zone for " + town);
        return zone;
    }
}
