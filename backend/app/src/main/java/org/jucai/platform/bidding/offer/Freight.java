package org.jucai.platform.bidding.offer;

import java.util.HashMap;
import java.util.Map;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;

/**
 * What delivery costs on top of the goods' price.
 *
 * @param fenPerTonneByZone for each zone that is delivered to; tax in it or not as the offer says
 * @param vatRateBp of the freight: the goods' rate on one invoice (一票), usually 9 % on a second (两票)
 */
public record Freight(Map<String, Long> fenPerTonneByZone, int vatRateBp) {

    private static final long HIGHEST_FEN_PER_TONNE = 1_000_000;
    private static final int MOST_ZONES = 100;

    public Freight {
        fenPerTonneByZone = Map.copyOf(fenPerTonneByZone);
    }

    static Freight read(Members members, Reading.Findings findings) {
        Members zones = members.object("fenPerTonneByZone");
        Map<String, Long> fen = new HashMap<>();
        String at = zones.where() + "/";
        for (String zone : zones.names()) {
            long each = zones.number(zone, -Json.MOST, Json.MOST);
            findings.add(!Members.ID.matcher(zone).matches(), OfferFault.MALFORMED, at + zone);
            findings.add(each < 0, OfferFault.FREIGHT_NEGATIVE, at + zone);
            findings.add(each > HIGHEST_FEN_PER_TONNE, OfferFault.FREIGHT_ABSURD, at + zone);
            fen.put(zone, each);
        }
        findings.add(fen.isEmpty() || fen.size() > MOST_ZONES, OfferFault.MALFORMED, zones.where());
        Freight freight = new Freight(fen, Vat.read(members, "vatRateBp", findings));
        members.end();
        return freight;
    }
}
