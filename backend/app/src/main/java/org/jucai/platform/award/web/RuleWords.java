package org.jucai.platform.award.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.rounds.AwardRule;
import org.springframework.stereotype.Component;

/** The rules of an award in plain words. */
@Component
class RuleWords {

    private final Words words;

    RuleWords(Words words) {
        this.words = words;
    }

    /** Names of what rules speak of. */
    record Names(Map<UUID, String> lots, Map<UUID, String> suppliers, Locale locale) {}

    /** By id; a rule that is not among these is called by its id. */
    String say(String id, List<AwardRule> rules, Names names) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().map(rule -> say(rule, names)).orElse(id);
    }

    private String say(AwardRule rule, Names names) {
        return switch (rule) {
            case AwardRule.MaxSuppliers(_, var count) -> say("MAX_SUPPLIERS", names, Map.of("count", count));
            case AwardRule.MinSuppliers(_, var count) -> say("MIN_SUPPLIERS", names, Map.of("count", count));
            case AwardRule.MaxSuppliersPerLot(_, var count, var lot) -> say("MAX_SUPPLIERS_PER_LOT", names, Map.of("count", count, "where", where(lot, names)));
            case AwardRule.MinSuppliersPerLot(_, var count, var lot) -> say("MIN_SUPPLIERS_PER_LOT", names, Map.of("count", count, "where", where(lot, names)));
            case AwardRule.MaxSupplierShare(_, var share, var of) -> say("MAX_SUPPLIER_SHARE." + of, names, Map.of("share", percent(share, 2)));
            case AwardRule.MaxGroupShare(_, var share, var of) -> say("MAX_GROUP_SHARE." + of, names, Map.of("share", percent(share, 2)));
            case AwardRule.MinSmallShare(_, var share) -> say("MIN_SMALL_SHARE", names, Map.of("share", percent(share, 2)));
            case AwardRule.ExcludedPair(_, var supplier, var lot, var reason) -> say("EXCLUDED_PAIR", names,
                    Map.of("supplier", names.suppliers().getOrDefault(supplier, supplier.toString()), "where", where(Optional.of(lot), names), "reason", reason));
            case AwardRule.Quality(_, var attribute, var least, var most, var lot) -> quality(attribute, least, most, Map.of("where", where(lot, names)), names);
            case AwardRule.WholeTrucks(_, var truck) -> say("WHOLE_TRUCKS", names, Map.of("kg", truck.kg()));
        };
    }

    private String quality(String attribute, OptionalInt least, OptionalInt most, Map<String, Object> where, Names names) {
        Map<String, Object> facts = new HashMap<>(where);
        facts.put("attribute", attribute);
        least.ifPresent(ppm -> facts.put("least", percent(ppm, 4)));
        most.ifPresent(ppm -> facts.put("most", percent(ppm, 4)));
        return say("QUALITY." + (least.isEmpty() ? "most" : most.isEmpty() ? "least" : "both"), names, facts);
    }

    private String where(Optional<UUID> lot, Names names) {
        return lot.map(id -> words.say("award.rule.where.lot", names.locale(), Map.of("lot", names.lots().getOrDefault(id, id.toString()))))
                .orElseGet(() -> words.say("award.rule.where.every", names.locale(), Map.of()));
    }

    private String say(String kind, Names names, Map<String, ?> facts) {
        return words.say("award.rule." + kind, names.locale(), facts);
    }

    private static String percent(int parts, int digits) {
        return BigDecimal.valueOf(parts, digits).stripTrailingZeros().toPlainString();
    }
}
