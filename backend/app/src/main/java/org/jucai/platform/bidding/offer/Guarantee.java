package org.jucai.platform.bidding.offer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;

/**
 * What the supplier guarantees of a property, in parts per million.
 *
 * @param property as the catalogue names it, for instance {@code MgO}
 */
public record Guarantee(String property, @Nullable Long minimumPpm, @Nullable Long maximumPpm) {

    static final long WHOLE_PPM = 1_000_000;
    private static final int MOST = 16;

    static List<Guarantee> readAll(Members members, String name, Reading.Findings findings) {
        List<Guarantee> all = members.objects(name, 0, MOST).stream().map(each -> read(each, findings)).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) findings.add(!seen.add(all.get(i).property), OfferFault.GUARANTEE_TWICE, members.where() + "/" + name + "/" + i + "/property");
        return all;
    }

    private static Guarantee read(Members members, Reading.Findings findings) {
        Guarantee read = new Guarantee(members.id("property"), bound(members, "minimumPpm", findings), bound(members, "maximumPpm", findings));
        members.end();
        boolean neither = read.minimumPpm == null && read.maximumPpm == null;
        boolean crossed = read.minimumPpm != null && read.maximumPpm != null && read.minimumPpm > read.maximumPpm;
        findings.add(neither || crossed, OfferFault.GUARANTEE_EMPTY, members.where());
        return read;
    }

    private static @Nullable Long bound(Members members, String name, Reading.Findings findings) {
        return members.has(name) ? ppm(members, name, findings) : null;
    }

    static long ppm(Members members, String name, Reading.Findings findings) {
        long ppm = members.number(name, -Json.MOST, Json.MOST);
        findings.add(ppm < 0 || ppm > WHOLE_PPM, OfferFault.PARTS_PER_MILLION_ABSURD, members.where() + "/" + name);
        return ppm;
    }
}
