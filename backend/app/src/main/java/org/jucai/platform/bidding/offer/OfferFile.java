package org.jucai.platform.bidding.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jucai.platform.bidding.envelope.Head;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.bidding.envelope.Sender;

/**
 * An offer as a supplier's system writes it, before it is sealed: what goes into the header, and the offers for lots.
 * From it come the contents of an envelope's sections.
 */
public final class OfferFile {

    private static final String FORMAT = "jucai-offer/1";
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_LOTS = 2_047;

    private OfferFile() {}

    /** The contents to seal, header first; or everything that is wrong with the offer. */
    public static Reading<List<Map<String, Object>>> contents(byte[] json, SealingTerms terms, Sender sender) {
        Map<String, Object> tree = Json.read(json, MOST_BYTES);
        Reading.Findings findings = new Reading.Findings();
        return Reading.of(Members.of(tree), findings, members -> {
            members.format(FORMAT);
            List<LotOffer> offers = lots(members, findings);
            List<String> lots = offers.stream().map(LotOffer::lot).toList();
            OfferHeader.terms(members, lots, findings);
            findings.add(!terms.lots().containsAll(lots), OfferFault.OTHER_LOT, "/lots");
            findings.add(lots.stream().distinct().count() < lots.size(), OfferFault.LOT_TWICE, "/lots");
            return contents(tree, lots, new Head(terms.suite(), terms.round(), sender.supplier(), sender.version(), terms.trustees()));
        });
    }

    private static List<LotOffer> lots(Members members, Reading.Findings findings) {
        return members.objects("lots", 1, MOST_LOTS).stream().map(lot -> {
            LotOffer offer = LotOffer.read(lot, findings);
            lot.end();
            return offer;
        }).toList();
    }

    private static List<Map<String, Object>> contents(Map<String, Object> file, List<String> lots, Head head) {
        Map<String, Object> header = new HashMap<>(file);
        header.put("format", OfferHeader.FORMAT);
        header.put("round", head.round());
        header.put("supplier", head.supplier());
        header.put("version", head.version());
        header.put("lots", lots);
        List<Map<String, Object>> contents = new ArrayList<>(List.of(header));
        if (file.get("lots") instanceof List<?> offers) offers.forEach(offer -> contents.add(Members.tree(offer)));
        return contents;
    }
}
