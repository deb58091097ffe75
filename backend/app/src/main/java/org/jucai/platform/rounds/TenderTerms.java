package org.jucai.platform.rounds;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a round asks for offers with; public. Stated by the command that tenders it, and from then on no rule, weight or
 * constraint changes: offers may only be given more time before their time is up. How many offers a lot needs, and how
 * long the award is publicised, the round said when it was announced ({@link RoundTerms}).
 *
 * @param offersDueAt an envelope is refused from this instant on
 * @param opensAt when envelopes are opened, not before they are due
 * @param offersValidDays for how many days after they are due offers bind at least
 * @param secondQuote whether a second quote (二次报价) may be called; 询比 only
 * @param billRateBp the published annual rate, in hundredths of a per cent, by which an acceptance bill of T days is made
 *     comparable with cash
 * @param silenceConfirmsAfterWorkingDays after how many working days silence confirms an allocation
 * @param rules that the award keeps, each with an id of its own
 * @param shareRule how a lot that cannot serve every claim is shared
 * @param costRule how the cost of a lot is shared
 * @param tieRuleVersion which of the published texts decides ties; 1 is the first
 * @param ownFreight what carrying an offer ex works to a zone is reckoned with; each zone of the round once, or none at all
 * @param feeRateBp what the finance group (财源方) charges for its service, in hundredths of a per cent of the goods' amount;
 *     it never grows with time
 * @param questionsUntilAt a supplier's question is refused from this instant on; a day before offers are due where it is not said
 */
public record TenderTerms(
        Instant offersDueAt,
        Instant opensAt,
        int offersValidDays,
        boolean secondQuote,
        int billRateBp,
        int silenceConfirmsAfterWorkingDays,
        List<AwardRule> rules,
        ShareRule shareRule,
        CostRule costRule,
        int tieRuleVersion,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<OwnFreight> ownFreight,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int feeRateBp,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<Instant> questionsUntilAt) {

    private static final Duration USUAL_TIME_FOR_ANSWERS = Duration.ofDays(1);

    /** The text on ties that stands now: equal claims are served in the order of their lines' ids, which is that of submission. */
    public static final int TIE_RULE = 1;

    /** How a lot that cannot serve every claim is shared: in proportion, evenly, or so that each goes short by as much. */
    public enum ShareRule { PROPORTIONAL, EQUAL_AWARDS, EQUAL_LOSSES }

    /** How the cost of a lot is shared: its average price and each member's own freight, or by marginal contribution. */
    public enum CostRule { AVERAGE, MARGINAL }

    /** What a member pays to fetch a tonne to its zone, in fen net of tax: published, so that offers ex works compare with those delivered. */
    public record OwnFreight(String zone, long fenPerTonne) {}

    /** Questions are taken until a day before offers are due. */
    public TenderTerms(Instant offersDueAt, Instant opensAt, int offersValidDays, boolean secondQuote, int billRateBp, int silenceConfirmsAfterWorkingDays,
            List<AwardRule> rules, ShareRule shareRule, CostRule costRule, int tieRuleVersion, List<OwnFreight> ownFreight, int feeRateBp) {
        this(offersDueAt, opensAt, offersValidDays, secondQuote, billRateBp, silenceConfirmsAfterWorkingDays, rules, shareRule, costRule,
                tieRuleVersion, ownFreight, feeRateBp, Optional.empty());
    }

    public TenderTerms {
        rules = List.copyOf(rules);
        ownFreight = List.copyOf(ownFreight);
    }

    /** From this instant on no question is taken: whoever offers has time left for the answers. */
    public Instant questionsUntil() {
        return questionsUntilAt.orElse(offersDueAt.minus(USUAL_TIME_FOR_ANSWERS));
    }

    /** Offers get more time; the opening keeps its distance from their end. */
    TenderTerms dueAt(Instant later) {
        return with(later, opensAt.plus(Duration.between(offersDueAt, later)));
    }

    TenderTerms with(Instant due, Instant opens) {
        Optional<Instant> questions = questionsUntilAt.map(until -> until.plus(Duration.between(offersDueAt, due)));
        return new TenderTerms(due, opens, offersValidDays, secondQuote, billRateBp, silenceConfirmsAfterWorkingDays, rules,
                shareRule, costRule, tieRuleVersion, ownFreight, feeRateBp, questions);
    }
}
