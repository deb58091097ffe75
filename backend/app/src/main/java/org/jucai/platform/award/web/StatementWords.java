package org.jucai.platform.award.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.allocations.Adjustment;
import org.jucai.platform.award.allocations.Statement;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.award.shares.ShortShares;
import org.jucai.platform.kernel.web.Words;
import org.jucai.spec.model.StatementStep;
import org.springframework.stereotype.Component;

/** The arithmetic of a statement, step by step, in words that a purchaser understands. */
@Component
class StatementWords {

    private final Words words;

    StatementWords(Words words) {
        this.words = words;
    }

    List<StatementStep> steps(StatementViews.Seen seen, Locale locale) {
        Statement it = seen.allocation().statement();
        List<StatementStep> steps = new ArrayList<>();
        steps.add(step(StatementStep.StepEnum.SHARE, it.wholeTrucks() ? "SHARE.trucks" : "SHARE", locale, share(it, locale)).massKg(it.gotKg()));
        it.from().forEach(from -> {
            steps.add(price(seen, from, locale));
            if (!from.approved()) steps.add(step(StatementStep.StepEnum.SOURCE, "SOURCE", locale, Map.of("supplier", seen.name(from.supplierId()))).massKg(from.massKg()));
        });
        steps.addAll(costs(it, locale));
        steps.addAll(judged(it, locale));
        return steps;
    }

    private Map<String, Object> share(Statement it, Locale locale) {
        return Map.of("lot", it.lotCode(), "awarded", Documents.tonnes(it.lotAwardedKg()), "target", Documents.tonnes(it.targetKg()), "got", Documents.tonnes(it.gotKg()),
                "rule", words.say("statement.rule." + it.shareRule(), locale, Map.of()));
    }

    private StatementStep price(StatementViews.Seen seen, Statement.From from, Locale locale) {
        String tiers = String.join(words.say("words.and", locale, Map.of()), from.priced().stream().map(priced -> words.say(
                from.priced().size() == 1 ? "statement.tier" : "statement.tier.part", locale, Map.of("from", Documents.tonnes(priced.fromKg()),
                        "mass", Documents.tonnes(priced.massKg()), "price", Documents.yuan(priced.priceFenPerTonne())))).toList());
        Map<String, Object> facts = new HashMap<>(Map.of("supplier", seen.name(from.supplierId()), "sold", Documents.tonnes(from.soldKg()), "tiers", tiers,
                "round", Documents.tonnes(from.soldInRoundKg()), "discount", Documents.percent(from.discountBp()), "vat", Documents.percent(from.vatRateBp()),
                "own", Documents.tonnes(from.massKg())));
        return step(StatementStep.StepEnum.PRICE, from.discountBp() > 0 ? "PRICE.discount" : "PRICE", locale, facts).massKg(from.massKg()).amountFen(from.goodsFen());
    }

    private List<StatementStep> costs(Statement it, Locale locale) {
        List<StatementStep> steps = new ArrayList<>();
        Map<String, Object> goods = Map.of("whole", Documents.yuan(it.lotGoodsFen()), "awarded", Documents.tonnes(it.lotAwardedKg()), "got", Documents.tonnes(it.gotKg()),
                "amount", Documents.yuan(it.goodsFen()));
        steps.add(step(StatementStep.StepEnum.GOODS, it.costRule() == CostRule.AVERAGE ? "GOODS" : "GOODS.marginal", locale, goods).amountFen(it.goodsFen()));
        if (it.freightFen() > 0) steps.add(money(StatementStep.StepEnum.FREIGHT, "FREIGHT", locale, it.freightFen()));
        if (it.ownFreightFen() > 0) steps.add(money(StatementStep.StepEnum.OWN_FREIGHT, "OWN_FREIGHT", locale, it.ownFreightFen()));
        steps.add(step(StatementStep.StepEnum.FEE, it.feeRateBp() == 0 ? "FEE.none" : "FEE", locale,
                Map.of("rate", Documents.percent(it.feeRateBp()), "goods", Documents.yuan(it.goodsFen()), "amount", Documents.yuan(it.feeFen()))).amountFen(it.feeFen()));
        if (it.equalisationFen() != 0) steps.add(money(StatementStep.StepEnum.EQUALISATION, "EQUALISATION", locale, it.equalisationFen()));
        steps.add(step(StatementStep.StepEnum.TOTAL, "TOTAL", locale, Map.of("amount", Documents.yuan(it.totalFen()), "perTonne", Documents.yuan(StatementViews.perTonne(it))))
                .amountFen(it.totalFen()));
        return steps;
    }

    /** What it would have been alone, and whether anybody would do better. */
    private List<StatementStep> judged(Statement it, Locale locale) {
        List<StatementStep> steps = new ArrayList<>();
        @Nullable Long alone = it.aloneFen();
        if (alone == null) {
            steps.add(step(StatementStep.StepEnum.ALONE, "ALONE.nobody", locale, Map.of()));
        } else {
            steps.add(money(StatementStep.StepEnum.ALONE, "ALONE", locale, alone));
            long saving = alone - it.totalFen();
            steps.add(step(StatementStep.StepEnum.SAVING, saving >= 0 ? "SAVING" : "SAVING.none", locale, Map.of("amount", Documents.yuan(Math.abs(saving)))).amountFen(saving));
        }
        steps.add(step(StatementStep.StepEnum.CORE, "CORE." + it.core().name(), locale, Map.of()));
        return steps;
    }

    private StatementStep money(StatementStep.StepEnum step, String key, Locale locale, long fen) {
        return step(step, key, locale, Map.of("amount", Documents.yuan(fen))).amountFen(fen);
    }

    private StatementStep step(StatementStep.StepEnum step, String key, Locale locale, Map<String, Object> facts) {
        return new StatementStep(step, words.say("statement.step." + key, locale, facts));
    }

    /** How a confirmed share changed: what it was, by which figure, and what it comes to. */
    List<String> adjusted(StatementViews.Seen seen, Adjustment it, Locale locale) {
        Map<String, Object> facts = new HashMap<>(Map.of("supplier", seen.name(it.supplierId()), "code", it.causeCode(), "before", Documents.tonnes(it.beforeKg()),
                "after", Documents.tonnes(it.afterKg()), "paid", Documents.yuan(it.beforeFen()), "pays", Documents.yuan(it.afterFen())));
        List<String> said = new ArrayList<>();
        said.add(words.say("statement.adjusted." + it.cause(), locale, facts));
        Adjustment.@Nullable Arithmetic by = it.by();
        if (by != null) said.addAll(arithmetic(by, facts, locale));
        said.add(words.say("statement.adjusted.PAYS", locale, facts));
        return said;
    }

    private List<String> arithmetic(Adjustment.Arithmetic by, Map<String, Object> facts, Locale locale) {
        facts.putAll(Map.of("claims", Documents.tonnes(by.lotClaimsKg()), "comes", Documents.tonnes(by.lotComesKg()), "claim", Documents.tonnes(by.claimKg()),
                "least", Documents.tonnes(by.leastKg()), "most", Documents.tonnes(by.mostKg()), "rule", words.say("statement.rule." + by.rule(), locale, Map.of()),
                "figure", by.rule() == ShareRule.PROPORTIONAL ? BigDecimal.valueOf(by.level(), 9).toPlainString() : Documents.tonnes(by.level())));
        String how = by.how() == ShortShares.How.LEVEL ? "LEVEL." + by.rule() : by.how().name();
        return List.of(words.say(by.wholeTrucks() ? "statement.adjusted.LOT.trucks" : "statement.adjusted.LOT", locale, facts), words.say("statement.adjusted." + how, locale, facts));
    }

    /** A heading of the statement's workbook. */
    String heading(String of, Locale locale) {
        return words.say("statement.heading." + of, locale, Map.of());
    }
}
