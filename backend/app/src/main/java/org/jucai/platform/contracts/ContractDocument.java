package org.jucai.platform.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.CanonicalJson;

/**
 * What a version of a contract says, as canonical JSON (RFC 8785): its parties, goods, prices and terms. Its digest is what both sides
 * sign, so nothing that they agree on stands outside it.
 */
record ContractDocument(String json, String sha256) {

    /** As the text names itself. */
    static final String FORMAT = "jucai-contract/1";

    static ContractDocument of(Contract contract, int number, ContractTerms terms, Map<UUID, Firm> firms) {
        Map<String, Object> tree = new HashMap<>();
        tree.put("format", FORMAT);
        tree.put("code", contract.code());
        tree.put("version", number);
        tree.put("kind", contract.kind().name());
        tree.put("round", contract.roundCode());
        tree.put("award", contract.awardNumber());
        tree.put("seller", firm(contract.sellerId(), firms));
        tree.put("buyer", firm(contract.buyerId(), firms));
        tree.put("agent", firm(contract.groupId(), firms));
        tree.put("items", contract.items().stream().map(item -> item(item, firms)).toList());
        tree.put("massKg", contract.mass().kg());
        tree.put("totalFen", contract.totalFen());
        tree.put("terms", terms(terms));
        byte[] bytes = CanonicalJson.bytes(tree);
        return new ContractDocument(new String(bytes, StandardCharsets.UTF_8), digest(bytes));
    }

    private static Map<String, Object> firm(UUID id, Map<UUID, Firm> firms) {
        Firm firm = firms.get(id);
        if (firm == null) throw new IllegalStateException("party " + id + " is not known");
        Map<String, Object> tree = new HashMap<>(Map.of("id", id.toString(), "name", firm.name()));
        firm.uscc().ifPresent(code -> tree.put("uscc", code));
        return tree;
    }

    private static Map<String, Object> item(ContractItem item, Map<UUID, Firm> firms) {
        Map<String, Object> tree = new HashMap<>();
        tree.put("id", item.id().toString());
        item.upstreamItemId().ifPresent(id -> tree.put("upstreamItem", id.toString()));
        tree.put("lot", item.lotCode());
        tree.put("line", item.lineCode());
        tree.put("receiver", firm(item.enterpriseId(), firms));
        tree.put("supplier", firm(item.supplierId(), firms));
        tree.put("goods", goods(item.goods()));
        tree.put("massKg", item.mass().kg());
        tree.put("prices", item.priced().stream().map(each -> Map.of("massKg", each.massKg(), "fenPerTonne", each.priceFenPerTonne())).toList());
        tree.put("money", money(item.money()));
        tree.put("means", Map.of("kind", item.means().kind().name(), "billTenorDays", item.means().billTenorDays()));
        tree.put("destination", destination(item.destination()));
        return tree;
    }

    private static Map<String, Object> goods(ContractItem.Goods goods) {
        Map<String, Object> tree = new HashMap<>(Map.of("grade", goods.grade(), "size", goods.size(), "packing", goods.packing(),
                "moistureMaximumPpm", goods.moistureMaximumPpm(), "guarantees", goods.guarantees().stream().map(ContractDocument::guarantee).toList()));
        String source = goods.source();
        if (source != null) tree.put("source", source);
        return tree;
    }

    private static Map<String, Object> guarantee(ContractItem.Guarantee guarantee) {
        Map<String, Object> tree = new HashMap<>(Map.of("property", guarantee.property()));
        Long minimum = guarantee.minimumPpm();
        Long maximum = guarantee.maximumPpm();
        if (minimum != null) tree.put("minimumPpm", minimum);
        if (maximum != null) tree.put("maximumPpm", maximum);
        return tree;
    }

    private static Map<String, Object> money(ContractItem.Money money) {
        return Map.of("vatRateBp", money.vatRateBp(), "goodsFen", money.goodsFen(), "freightVatRateBp", money.freightVatRateBp(), "freightFenPerTonne",
                money.freightFenPerTonne(), "freightFen", money.freightFen(), "equalisationFen", money.equalisationFen(), "feeVatRateBp", money.feeVatRateBp(),
                "feeFen", money.feeFen());
    }

    private static Map<String, Object> destination(ContractItem.Destination place) {
        return Map.of("delivered", place.delivered(), "zone", place.zone(), "place", place.place(), "address", place.address(), "fromOn", place.fromOn().toString(),
                "toOn", place.toOn().toString());
    }

    private static Map<String, Object> terms(ContractTerms terms) {
        Map<String, Object> tree = new HashMap<>();
        tree.put("payment", Map.of("trigger", terms.payment().trigger().name(), "days", terms.payment().days()));
        tree.put("lateInterestPpmPerDay", terms.lateInterestPpmPerDay());
        tree.put("fee", Map.of("basis", terms.fee().basis().name(), "rateBp", terms.fee().rateBp()));
        tree.put("delivery", delivery(terms.delivery()));
        tree.put("formulas", terms.formulas().stream().map(each -> Map.of("grade", each.grade(), "id", each.id().toString(), "version", each.version(), "name", each.name(),
                "document", each.document())).toList());
        tree.put("disputeDays", terms.disputeDays());
        terms.approvalReference().ifPresent(reference -> tree.put("approvalReference", reference));
        tree.put("supplementary", List.copyOf(terms.supplementary()));
        return tree;
    }

    private static Map<String, Object> delivery(DeliveryTerms terms) {
        return Map.of("toleranceBp", terms.toleranceBp(), "ticket", terms.ticket().name(), "weighingDifferencePermille", terms.weighingDifferencePermille(), "moisture",
                Map.of("rule", terms.moisture().rule().name(), "limitPpm", terms.moisture().limitPpm()));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
