package org.jucai.platform.settlement.reckoning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jucai.platform.formulas.clause.Figures;
import org.jucai.platform.formulas.clause.Ratio;

/**
 * What is owed by a statement, by days, and what was paid of it. Nothing here knows of any other debt: that somebody else did not pay changes
 * no day and no fen.
 *
 * @param parts by due days; their sum is what the statement comes to
 * @param paid in the order of their days
 * @param disputedFen of the part that is due last: neither overdue nor bearing interest while the dispute lasts (保障中小企业款项支付条例 art. 15: the rest is)
 * @param ppmPerDay of what is overdue
 */
public record Debt(List<Part> parts, List<Paid> paid, long disputedFen, int ppmPerDay) {

    private static final Comparator<Part> SOONEST = Comparator.comparing(part -> part.dueOn().orElse(LocalDate.MAX));

    /** @param dueOn empty while what starts the term has not happened */
    public record Part(Optional<LocalDate> dueOn, long fen) {}

    /** @param fen negative where it was given back */
    public record Paid(LocalDate on, long fen) {}

    public Debt {
        parts = evened(parts);
        paid = paid.stream().sorted(Comparator.comparing(Paid::on)).toList();
    }

    /** Credits lessen what is due first, so that all parts look the same way. */
    private static List<Part> evened(List<Part> parts) {
        long total = parts.stream().mapToLong(Part::fen).sum();
        long credit = Math.abs(parts.stream().mapToLong(Part::fen).filter(fen -> Long.signum(fen) == -Long.signum(total)).sum());
        List<Part> left = new ArrayList<>();
        for (Part part : parts.stream().filter(each -> each.fen() != 0 && Long.signum(each.fen()) == Long.signum(total)).sorted(SOONEST).toList()) {
            long off = Math.min(credit, Math.abs(part.fen()));
            credit -= off;
            if (off < Math.abs(part.fen())) left.add(new Part(part.dueOn(), part.fen() - Long.signum(part.fen()) * off));
        }
        return List.copyOf(left);
    }

    /** What it comes to; negative where the seller owes it. */
    public long totalFen() {
        return parts.stream().mapToLong(Part::fen).sum();
    }

    public long paidFen() {
        return paid.stream().mapToLong(Paid::fen).sum();
    }

    /** What is left; of the other sign than the total where too much was paid. */
    public long outstandingFen() {
        return totalFen() - paidFen();
    }

    /** How a part stands on a day. @param steps of its interest */
    private record Standing(Part part, long leftFen, Ratio interest, List<String> steps) {}

    /** What is overdue, and what it costs by then, to the fen, rounded once. */
    public record Overdue(long fen, long interestFen, List<String> arithmetic) {}

    public Overdue overdue(LocalDate today) {
        List<Standing> all = standing(today);
        long fen = all.stream().filter(each -> isBefore(each.part(), today)).mapToLong(Standing::leftFen).sum();
        Ratio interest = all.stream().map(Standing::interest).reduce(Ratio.ZERO, Ratio::plus);
        return new Overdue(fen, interest.halfUp(), all.stream().flatMap(each -> each.steps().stream()).toList());
    }

    /** When what is left is due first; empty where nothing is, or nothing started its term. */
    public Optional<LocalDate> nextDueOn() {
        return standing(LocalDate.MIN).stream().filter(each -> each.leftFen() != 0).flatMap(each -> each.part().dueOn().stream()).min(Comparator.naturalOrder());
    }

    /** Late interest that is left once all else is paid, and grows no more; nothing while something else is open. @param paidFen of the interest */
    public long interestLeftFen(long paidFen) {
        return outstandingFen() == 0 ? Math.max(0, overdue(LocalDate.MIN).interestFen() - paidFen) : 0;
    }

    private static boolean isBefore(Part part, LocalDate today) {
        return part.dueOn().filter(due -> due.isBefore(today)).isPresent();
    }

    /** Payments go to what is due first. */
    private List<Standing> standing(LocalDate today) {
        List<Standing> standing = new ArrayList<>();
        List<Paid> coming = new ArrayList<>(netPaid());
        long disputed = Math.min(disputedFen, Math.abs(outstandingFen()));
        long free = Math.abs(totalFen()) - disputed;
        for (Part part : parts) {
            long owed = Math.min(Math.abs(part.fen()), Math.max(0, free));
            free -= owed;
            standing.add(settled(part, owed, coming, today));
        }
        return standing;
    }

    /** What was given back undoes the latest payments. */
    private List<Paid> netPaid() {
        long sign = totalFen() < 0 ? -1 : 1;
        long back = -paid.stream().mapToLong(each -> each.fen() * sign).filter(fen -> fen < 0).sum();
        List<Paid> net = new ArrayList<>();
        for (Paid each : paid.reversed()) {
            long fen = each.fen() * sign;
            if (fen <= 0) continue;
            long undone = Math.min(back, fen);
            back -= undone;
            if (fen > undone) net.addFirst(new Paid(each.on(), fen - undone));
        }
        return net;
    }

    private Standing settled(Part part, long owed, List<Paid> coming, LocalDate today) {
        long left = owed;
        Ratio interest = Ratio.ZERO;
        List<String> steps = new ArrayList<>();
        while (left > 0 && !coming.isEmpty()) {
            Paid first = coming.removeFirst();
            long taken = Math.min(left, first.fen());
            left -= taken;
            if (first.fen() > taken) coming.addFirst(new Paid(first.on(), first.fen() - taken));
            interest = interest.plus(interest(part, taken, first.on(), steps));
        }
        return new Standing(part, left, interest.plus(interest(part, left, today, steps)), steps);
    }

    private Ratio interest(Part part, long fen, LocalDate until, List<String> steps) {
        long days = part.dueOn().map(due -> until.equals(LocalDate.MIN) ? 0 : ChronoUnit.DAYS.between(due, until)).orElse(0L);
        if (days <= 0 || fen == 0) return Ratio.ZERO;
        Ratio interest = Ratio.of(fen).times(Ratio.of(days)).times(Ratio.of(ppmPerDay)).over(Ratio.MILLION);
        steps.add(Figures.yuan(Ratio.of(fen)) + " × " + days + " × " + Figures.percent(Ratio.of(ppmPerDay)) + " = " + Figures.yuan(interest));
        return interest;
    }
}
