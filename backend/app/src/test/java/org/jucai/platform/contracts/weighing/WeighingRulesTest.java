package org.jucai.platform.contracts.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

class WeighingRulesTest {

    private static final Instant AT = Instant.parse("2027-05-04T02:00:00Z");
    private static final int THREE_PERMILLE = 3;

    private static Weighing at(Side side, long grossKg, long tareKg) {
        return new Weighing(side, "地磅1号", "0001", new Kilograms(grossKg), new Kilograms(tareKg), AT);
    }

    private static Weighing origin(long netKg) {
        return at(Side.ORIGIN, netKg + 16_000, 16_000);
    }

    private static Weighing there(long netKg) {
        return at(Side.DESTINATION, netKg + 16_020, 16_020);
    }

    private static WeighingRefusal refused(Decision<Weighing> decision) {
        return decision instanceof Decision.Refused<Weighing>(WeighingRefusal refusal, var _) ? refusal : null;
    }

    private static Outcome outcome(DeliveryTerms.Ticket rule, Weighing... tickets) {
        return WeighingRules.outcome(List.of(tickets), rule, THREE_PERMILLE);
    }

    @Test
    void aTareThatIsNotBelowTheGrossIsRefusedAndSoIsNone() {
        assertThat(WeighingRules.ticket(at(Side.DESTINATION, 48_020, 16_020), List.of()).orElseRefuse().getFirst().net()).isEqualTo(new Kilograms(32_000));
        assertThat(refused(WeighingRules.ticket(at(Side.DESTINATION, 16_020, 48_020), List.of()))).isEqualTo(WeighingRefusal.TARE_NOT_BELOW_GROSS);
        assertThat(refused(WeighingRules.ticket(at(Side.DESTINATION, 16_020, 16_020), List.of()))).isEqualTo(WeighingRefusal.TARE_NOT_BELOW_GROSS);
        assertThat(refused(WeighingRules.ticket(at(Side.DESTINATION, 16_020, 0), List.of()))).isEqualTo(WeighingRefusal.TARE_NOT_BELOW_GROSS);
        assertThat(refused(WeighingRules.ticket(at(Side.DESTINATION, 480_200, 16_020), List.of()))).isEqualTo(WeighingRefusal.HEAVIER_THAN_ANY_TRUCK);
    }

    @Test
    void aSixthTicketOfASideIsAnotherTrouble() {
        List<Weighing> five = IntStream.range(0, 5).mapToObj(i -> there(32_000)).toList();
        assertThat(refused(WeighingRules.ticket(there(32_000), five))).isEqualTo(WeighingRefusal.WEIGH_TICKETS_TOO_MANY);
    }

    @Test
    void onceTheDestinationHasWeighedTheOriginFitsNoTicketToIt() {
        assertThat(refused(WeighingRules.ticket(origin(32_000), List.of(origin(31_900))))).isNull();
        assertThat(refused(WeighingRules.ticket(origin(32_000), List.of(there(31_900))))).isEqualTo(WeighingRefusal.ORIGIN_TICKET_TOO_LATE);
    }

    @Test
    void widthCaseAndBlanksMakeNoOtherTicket() {
        assertThat(WeighingRules.key("ＸＭ-０１ 　a7")).isEqualTo(WeighingRules.key("xm-01A7")).isEqualTo("XM-01A7");
    }

    @Test
    void withinThreePermilleTheContractSaysWhichTicketSettles() {
        Weighing sent = origin(32_000);
        Weighing got = there(31_904);
        assertThat(outcome(DeliveryTerms.Ticket.DESTINATION, sent, got)).isEqualTo(new Outcome.Settled(new Kilograms(31_904), OptionalLong.of(-96), Outcome.Because.AGREED));
        assertThat(outcome(DeliveryTerms.Ticket.ORIGIN, sent, got)).isEqualTo(new Outcome.Settled(new Kilograms(32_000), OptionalLong.of(-96), Outcome.Because.AGREED));
        assertThat(outcome(DeliveryTerms.Ticket.MEAN, sent, got)).isEqualTo(new Outcome.Settled(new Kilograms(31_952), OptionalLong.of(-96), Outcome.Because.AGREED));
        assertThat(outcome(DeliveryTerms.Ticket.MEAN, sent, there(31_905))).isEqualTo(new Outcome.Settled(new Kilograms(31_953), OptionalLong.of(-95), Outcome.Because.AGREED));
    }

    @Test
    void oneKilogramBeyondThreePermilleIsWeighedAgainEitherWay() {
        assertThat(outcome(DeliveryTerms.Ticket.DESTINATION, origin(32_000), there(31_903))).isEqualTo(new Outcome.WeighAgain(-97));
        assertThat(outcome(DeliveryTerms.Ticket.DESTINATION, origin(32_000), there(32_097))).isEqualTo(new Outcome.WeighAgain(97));
        assertThat(outcome(DeliveryTerms.Ticket.DESTINATION, origin(32_000), there(32_096))).isInstanceOf(Outcome.Settled.class);
    }

    @Test
    void weighedAgainTheDestinationCountsWhereItAgreesWithItselfOrNowWithTheOrigin() {
        assertThat(outcome(DeliveryTerms.Ticket.ORIGIN, origin(32_000), there(31_000), there(31_020)))
                .isEqualTo(new Outcome.Settled(new Kilograms(31_020), OptionalLong.of(-980), Outcome.Because.CONFIRMED_BY_WEIGHING_AGAIN));
        assertThat(outcome(DeliveryTerms.Ticket.DESTINATION, origin(32_000), there(31_000), there(31_980)))
                .isEqualTo(new Outcome.Settled(new Kilograms(31_980), OptionalLong.of(-20), Outcome.Because.AGREED));
        assertThat(outcome(DeliveryTerms.Ticket.DESTINATION, origin(32_000), there(31_000), there(30_000))).isEqualTo(new Outcome.WeighAgain(-2_000));
    }

    @Test
    void withoutATicketOfTheOriginTheDestinationCountsAndWithoutItsOwnNothing() {
        assertThat(outcome(DeliveryTerms.Ticket.ORIGIN, there(31_000))).isEqualTo(new Outcome.Settled(new Kilograms(31_000), OptionalLong.empty(), Outcome.Because.ONE_TICKET));
        assertThat(outcome(DeliveryTerms.Ticket.ORIGIN, origin(31_000))).isEqualTo(new Outcome.NotWeighed());
    }

    /** What is settled lies between both tickets, and nothing beyond the limit is settled by one weighing of each side. */
    @Test
    void whateverIsWeighedTheSettledMassLiesBetweenTheTicketsAndTheLimitHolds() {
        int again = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            long sent = 1 + chance.nextInt(50_000);
            long got = Math.max(1, sent + chance.nextInt(401) - 200);
            DeliveryTerms.Ticket rule = DeliveryTerms.Ticket.values()[chance.nextInt(3)];
            boolean within = Math.abs(got - sent) * 1_000 <= 3 * sent;
            switch (outcome(rule, origin(sent), there(got))) {
                case Outcome.Settled(Kilograms mass, var difference, var because) -> {
                    assertThat(within).as("seed %d", seed).isTrue();
                    assertThat(mass.kg()).as("seed %d", seed).isBetween(Math.min(sent, got), Math.max(sent, got));
                    assertThat(difference).hasValue(got - sent);
                    assertThat(because).isEqualTo(Outcome.Because.AGREED);
                }
                case Outcome.WeighAgain(long difference) -> {
                    again++;
                    assertThat(within).as("seed %d", seed).isFalse();
                    assertThat(difference).isEqualTo(got - sent);
                }
                case Outcome.NotWeighed() -> throw new AssertionError("seed " + seed);
            }
        }
        assertThat(again).isBetween(200, 1_800);
    }
}
