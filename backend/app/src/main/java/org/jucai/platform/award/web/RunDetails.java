package org.jucai.platform.award.web;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.checking.CheckWords;
import org.jucai.platform.award.runs.AwardRun;
import org.jucai.platform.award.runs.RunBoard.Awarded;
import org.jucai.platform.award.runs.AwardRun.Outcome;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.spec.model.AwardClash;
import org.jucai.spec.model.AwardClashRulesInner;
import org.jucai.spec.model.AwardRulePrice;
import org.jucai.spec.model.AwardRunDetail;
import org.jucai.spec.model.AwardedPart;
import org.springframework.stereotype.Component;

/** A computation with all that came of it, in words. */
@Component
class RunDetails {

    private static final Comparator<AwardedPart> BY_LOT = Comparator.comparing(AwardedPart::getLotCode).thenComparing(part -> part.getSupplierId().toString());

    private final RuleWords words;

    RunDetails(RuleWords words) {
        this.words = words;
    }

    /** @param rules that held in it */
    record Told(AwardRun run, Awarded awarded, List<AwardRule> rules, RuleWords.Names names) {}

    AwardRunDetail show(Told told) {
        Optional<Outcome> outcome = told.run().outcome();
        boolean holds = outcome.filter(one -> one.report().holds()).isPresent();
        AwardRunDetail view = new AwardRunDetail(RunViews.show(told.run()), outcome.map(one -> checked(one, told.names().locale())).orElse(List.of()),
                holds ? told.awarded().parts().stream().map(part -> part(part, told.names())).sorted(BY_LOT).toList() : List.of(),
                holds ? told.awarded().failedLots().stream().map(UUID::fromString).toList() : List.of(),
                outcome.map(one -> prices(one, told)).orElse(List.of()), told.run().linesLeft());
        outcome.ifPresent(one -> {
            view.engine(one.engine()).engineVersion(one.engineVersion()).workDone(one.work()).problemSha256(one.problemSha256());
            view.setClash(clash(one, told));
        });
        return view;
    }

    private static List<String> checked(Outcome outcome, Locale locale) {
        return CheckWords.of(locale).sentences(outcome.report());
    }

    private static AwardedPart part(Awarded.Part part, RuleWords.Names names) {
        UUID lot = UUID.fromString(part.lot());
        UUID supplier = UUID.fromString(part.supplier());
        return new AwardedPart(lot, names.lots().getOrDefault(lot, ""), supplier, names.suppliers().getOrDefault(supplier, ""), part.kg(), part.totalTier(),
                part.step(), halfUp(part.costMilliFen(), part.kg()), part.costMilliFen(), part.amountFen());
    }

    /** Milli-fen a kilogram are fen a tonne. */
    private static long halfUp(long costMilliFen, long kg) {
        return BigInteger.valueOf(costMilliFen).shiftLeft(1).add(BigInteger.valueOf(kg)).divide(BigInteger.valueOf(kg).shiftLeft(1)).longValueExact();
    }

    private List<AwardRulePrice> prices(Outcome outcome, Told told) {
        BigInteger base = outcome.report().figures().objectiveMilliFen();
        return outcome.prices().stream().map(price -> {
            AwardRulePrice view = new AwardRulePrice(price.rule(), words.say(price.rule(), told.rules(), told.names()),
                    AwardRulePrice.StatusEnum.valueOf(price.status()));
            Long without = price.objectiveMilliFen();
            view.setObjectiveMilliFen(without);
            if (base != null && without != null) view.setDifferenceMilliFen(base.longValueExact() - without);
            return view;
        }).toList();
    }

    private @Nullable AwardClash clash(Outcome outcome, Told told) {
        Outcome.Clash clash = outcome.clash();
        if (clash == null) return null;
        AwardClash view = new AwardClash(clash.rules().stream().map(rule -> new AwardClashRulesInner(rule, words.say(rule, told.rules(), told.names()))).toList(),
                clash.irreducible(), clash.smallest(), Boolean.TRUE.equals(outcome.report().figures().clashProved()));
        outcome.prices().stream().filter(price -> price.objectiveMilliFen() != null)
                .min(Comparator.comparingLong(price -> Objects.requireNonNull(price.objectiveMilliFen()))).ifPresent(price -> view.setCheapest(price.rule()));
        return view;
    }
}
