package org.jucai.platform.bidding.offer;

import java.util.Set;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;

/** Rates of value-added tax that occur, in hundredths of a per cent (law 2 of the lifecycle). */
final class Vat {

    private static final Set<Integer> RATES = Set.of(1_300, 900, 600, 300, 100);

    private Vat() {}

    static int read(Members members, String name, Reading.Findings findings) {
        long rate = members.number(name, 0, Json.MOST);
        boolean known = rate <= Integer.MAX_VALUE && RATES.contains((int) rate);
        findings.add(!known, OfferFault.VAT_RATE_UNKNOWN, members.where() + "/" + name);
        return known ? (int) rate : 0;
    }
}
