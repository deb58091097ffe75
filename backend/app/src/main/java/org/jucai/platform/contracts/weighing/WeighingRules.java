package org.jucai.platform.contracts.weighing;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;

/** Decides whether a ticket is one, and what the tickets of a delivery come to. */
public final class WeighingRules {

    /** Heavier than what a road bears: a slip of the pen. */
    static final Kilograms HEAVIEST = Kilograms.tonnes(150);

    /** One of the origin and so many of the destination: who weighs more often has another trouble. */
    static final int MOST_OF_A_SIDE = 5;

    private WeighingRules() {}

    /**
     * Once the destination has weighed, the origin enters nothing more: nobody fits a ticket to the other's.
     *
     * @param before tickets of the delivery
     */
    public static Decision<Weighing> ticket(Weighing weighing, List<Weighing> before) {
        if (weighing.gross().compareTo(HEAVIEST) > 0) return refuse(WeighingRefusal.HEAVIER_THAN_ANY_TRUCK, Map.of("limitKg", HEAVIEST.kg()));
        if (weighing.tare().kg() == 0 || weighing.tare().compareTo(weighing.gross()) >= 0) {
            return refuse(WeighingRefusal.TARE_NOT_BELOW_GROSS, Map.of("grossKg", weighing.gross().kg(), "tareKg", weighing.tare().kg()));
        }
        boolean weighedThere = before.stream().anyMatch(each -> each.side() == Side.DESTINATION);
        if (weighing.side() == Side.ORIGIN && weighedThere) return refuse(WeighingRefusal.ORIGIN_TICKET_TOO_LATE);
        long ofSide = before.stream().filter(each -> each.side() == weighing.side()).count();
        if (ofSide >= MOST_OF_A_SIDE) return refuse(WeighingRefusal.WEIGH_TICKETS_TOO_MANY, Map.of("limit", MOST_OF_A_SIDE));
        return accept(weighing);
    }

    /** The name under which a ticket counts once: width, case and blanks make no other. */
    public static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    /**
     * @param tickets in the order they were entered; of a side the last counts
     * @param limitPermille how far both sides may differ, of the origin's net
     */
    public static Outcome outcome(List<Weighing> tickets, DeliveryTerms.Ticket rule, int limitPermille) {
        List<Weighing> there = of(tickets, Side.DESTINATION);
        List<Weighing> origin = of(tickets, Side.ORIGIN);
        if (there.isEmpty()) return new Outcome.NotWeighed();
        Kilograms last = there.getLast().net();
        if (origin.isEmpty()) return new Outcome.Settled(last, OptionalLong.empty(), Outcome.Because.ONE_TICKET);
        Kilograms sent = origin.getLast().net();
        long difference = last.kg() - sent.kg();
        if (agree(sent, last, limitPermille)) return new Outcome.Settled(settled(sent, last, rule), OptionalLong.of(difference), Outcome.Because.AGREED);
        return confirmed(there, limitPermille)
                .<Outcome>map(mass -> new Outcome.Settled(mass, OptionalLong.of(difference), Outcome.Because.CONFIRMED_BY_WEIGHING_AGAIN))
                .orElseGet(() -> new Outcome.WeighAgain(difference));
    }

    private static List<Weighing> of(List<Weighing> tickets, Side side) {
        return tickets.stream().filter(each -> each.side() == side).toList();
    }

    /** At the limit itself they agree. */
    static boolean agree(Kilograms base, Kilograms other, int limitPermille) {
        return Math.abs(other.kg() - base.kg()) * 1_000 <= base.kg() * limitPermille;
    }

    private static Kilograms settled(Kilograms origin, Kilograms destination, DeliveryTerms.Ticket rule) {
        return switch (rule) {
            case DESTINATION -> destination;
            case ORIGIN -> origin;
            case MEAN -> new Kilograms((origin.kg() + destination.kg() + 1) / 2);
        };
    }

    /** The last two of the destination agree with each other. */
    private static Optional<Kilograms> confirmed(List<Weighing> there, int limitPermille) {
        if (there.size() < 2) return Optional.empty();
        Kilograms last = there.getLast().net();
        return Optional.of(last).filter(_ -> agree(there.get(there.size() - 2).net(), last, limitPermille));
    }
}
