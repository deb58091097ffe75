package org.jucai.local.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.RoundTerms;
import org.jucai.platform.rounds.demand.DemandTerms;
import org.jucai.platform.rounds.demand.GrainSize;
import org.jucai.platform.rounds.demand.Invoices;
import org.jucai.platform.rounds.demand.KilnType;
import org.jucai.platform.rounds.demand.Packing;
import org.jucai.platform.rounds.demand.Payment;

/** A month of the model's demand, said as members would say it. */
final class ModelDemand {

    private static final int MONTHS = 12;
    /** One member in so many. */
    private static final int FEW = 3;
    private static final int VERY_FEW = 12;

    private record Wish(String enterprise, String grade, long tonnes) {}

    private static final Map<Integer, List<Wish>> BY_MONTH = Table.read("round_demands.csv").all().stream().collect(Collectors.groupingBy(
            row -> Math.toIntExact(row.whole("month")), Collectors.mapping(
                    row -> new Wish(row.text("enterprise"), row.text("grade"), row.whole("tonnes")), Collectors.toList())));

    /** What a grade usually costs delivered, in yuan a tonne; only grades of the demo's rounds. */
    private static final Map<String, Long> DELIVERED = Table.read("grades.csv").all().stream()
            .filter(row -> row.text("in_demo_rounds").equals("1"))
            .collect(Collectors.toMap(row -> row.text("code"),
                    row -> row.whole("demo_price_cny_per_t") + row.whole("usual_freight_cny_per_t")));

    private final RandomGenerator chance;
    /** Of how many members one takes part beside all whom visitors play; one where all do. */
    private final int oneIn;

    ModelDemand(RandomGenerator chance) {
        this(chance, 1);
    }

    private ModelDemand(RandomGenerator chance, int oneIn) {
        this.chance = chance;
        this.oneIn = oneIn;
    }

    /** Of few members, and of all whom visitors play: who wants nothing that month wants what it wants in another. */
    static ModelDemand ofVisitorsAndAFew(RandomGenerator chance) {
        return new ModelDemand(chance, FEW);
    }

    /** Of very few members beside those whom visitors play. */
    static ModelDemand ofVisitorsAndVeryFew(RandomGenerator chance) {
        return new ModelDemand(chance, VERY_FEW);
    }

    static List<String> grades() {
        return Table.read("grades.csv").all().stream().filter(row -> row.text("in_demo_rounds").equals("1")).map(row -> row.text("code")).toList();
    }

    /** Each enterprise's lines of a month, enterprises in order. */
    Map<String, List<DemandTerms>> of(int month, RoundTerms round) {
        Map<String, List<DemandTerms>> lines = new TreeMap<>();
        for (Wish wish : oneIn > 1 ? few(month, round.grades()) : BY_MONTH.getOrDefault(month, List.of())) {
            if (round.grades().contains(wish.grade()) && wish.tonnes() > 0) {
                lines.computeIfAbsent(wish.enterprise(), _ -> new ArrayList<>()).add(line(wish, round));
            }
        }
        return lines;
    }

    private List<Wish> few(int month, List<String> grades) {
        List<Wish> all = BY_MONTH.getOrDefault(month, List.of());
        List<Wish> few = new ArrayList<>(all.stream().filter(wish -> !Person.BUYERS.contains(wish.enterprise()) && Math.floorMod(wish.enterprise().hashCode(), oneIn) == 0).toList());
        for (String visitor : Person.BUYERS) {
            BY_MONTH.keySet().stream().sorted().map(other -> BY_MONTH.getOrDefault(Math.floorMod(other + month - 2, MONTHS) + 1, List.of()).stream()
                            .filter(wish -> wish.enterprise().equals(visitor) && grades.contains(wish.grade())).toList())
                    .filter(wishes -> !wishes.isEmpty()).findFirst().ifPresent(few::addAll);
        }
        return few;
    }

    private DemandTerms line(Wish wish, RoundTerms round) {
        boolean bauxite = wish.grade().startsWith("GL-");
        Kilograms target = Kilograms.tonnes(wish.tonnes());
        return new DemandTerms(List.of(wish.grade()), bauxite && chance.nextInt(8) == 0,
                chance.nextInt(3) == 0 ? Optional.empty() : Optional.of(new Kilograms(Math.max(1, wish.tonnes() * 4 / 5) * 1_000)), target,
                chance.nextInt(3) == 0 ? Optional.empty() : Optional.of(new Kilograms((wish.tonnes() * 6 + 4) / 5 * 1_000)),
                cap(wish.grade()), Optional.empty(), window(round),
                bauxite && chance.nextInt(4) == 0 ? Optional.of(KilnType.ROTARY) : Optional.empty(), size(bauxite),
                chance.nextInt(60) == 0 ? Packing.BIG_BAG : Packing.BULK, List.of(), chance.nextInt(6) == 0 ? Invoices.TWO : Invoices.ONE,
                chance.nextInt(3) == 0 ? Payment.FINANCED : Payment.CASH, List.of(), chance.nextInt(15) == 0 ? "雨天不卸货" : "");
    }

    /** A quarter of the lines have no cap; the others 0.97 to 1.10 of the usual price, to five yuan. */
    private Optional<FenPerTonne> cap(String grade) {
        long usual = DELIVERED.getOrDefault(grade, 0L);
        if (usual == 0 || chance.nextInt(4) == 0) return Optional.empty();
        long yuan = usual * (97 + chance.nextInt(14)) / 100 / 5 * 5;
        return Optional.of(new FenPerTonne(yuan * 100));
    }

    private DateWindow window(RoundTerms round) {
        LocalDate from = round.deliveryPeriod().fromOn();
        LocalDate to = round.deliveryPeriod().toOn();
        return switch (chance.nextInt(8)) {
            case 0 -> new DateWindow(from, from.plusDays(14));
            case 1 -> new DateWindow(from.plusDays(15), to);
            default -> round.deliveryPeriod();
        };
    }

    private GrainSize size(boolean bauxite) {
        if (!bauxite) return GrainSize.LUMP;
        return chance.nextInt(60) == 0 ? GrainSize.MM_5_8 : GrainSize.LUMP;
    }
}
