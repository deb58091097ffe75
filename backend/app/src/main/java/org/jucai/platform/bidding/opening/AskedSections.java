package org.jucai.platform.bidding.opening;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;
import org.jucai.platform.kernel.Ids;

/** Which sections are asked for, from headers that were read and found without fault. */
final class AskedSections {

    private static final int LONGEST_HEADER = 1 << 18;
    private static final int MOST = 2_047;

    private AskedSections() {}

    static List<SqlOpenings.Section> of(Map<UUID, String> headers, Set<String> tendered, int least, Ids ids) {
        Map<UUID, LotsToOpen.Listed> listed = new LinkedHashMap<>();
        headers.forEach((supplier, header) -> listed.put(supplier, listed(header)));
        Map<UUID, Map<String, LotsToOpen.Because>> shut = LotsToOpen.shut(listed, tendered, least);
        List<SqlOpenings.Section> sections = new ArrayList<>();
        listed.forEach((supplier, header) -> {
            for (int i = 0; i < header.lots().size(); i++) {
                String lot = header.lots().get(i);
                sections.add(new SqlOpenings.Section(supplier, i + 1, lot, ids.next(), Optional.ofNullable(shut.getOrDefault(supplier, Map.of()).get(lot))));
            }
        });
        return sections;
    }

    static LotsToOpen.Listed listed(String header) {
        Members members = Members.of(Json.read(header.getBytes(StandardCharsets.UTF_8), LONGEST_HEADER));
        List<String> lots = members.ids("lots", 1, MOST);
        return new LotsToOpen.Listed(lots, members.objects("bundles", 0, MOST).stream().map(bundle -> bundle.ids("lots", 1, MOST)).toList());
    }
}
