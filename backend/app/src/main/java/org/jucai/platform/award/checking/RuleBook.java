package org.jucai.platform.award.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rules at work on a problem: which bids they exclude, and their inequalities by name. */
final class RuleBook {

    private final Problem problem;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, Integer> lots = new HashMap<>();
    private final Map<String, Integer> suppliers = new HashMap<>();
    private final Map<List<Integer>, Integer> bids = new HashMap<>();
    private final Map<Integer, List<Integer>> bidsOfLot = new HashMap<>();
    private final Map<String, List<Integer>> groups = new HashMap<>();
    private final Map<String, Inequality> known = new HashMap<>();
    private final @Nullable Rule[] excludedBy;

    /** @param rules those that count: all of the problem's, or those of a clash */
    RuleBook(Problem problem, List<Rule> rules) {
        this.problem = problem;
        for (Rule rule : rules) this.rules.put(rule.id(), rule);
        for (Problem.Lot lot : problem.lots()) lots.put(lot.id(), lots.size());
        for (Problem.Supplier supplier : problem.suppliers()) {
            groups.computeIfAbsent(supplier.group(), group -> new ArrayList<>()).add(suppliers.size());
            suppliers.put(supplier.id(), suppliers.size());
        }
        for (Problem.Bid bid : problem.bids()) {
            bidsOfLot.computeIfAbsent(bid.lot(), lot -> new ArrayList<>()).add(bids.size());
            bids.put(List.of(bid.supplier(), bid.lot()), bids.size());
        }
        List<Rule> excluding = rules.stream().filter(rule -> rule instanceof Rule.ExcludedPair || rule instanceof Rule.Quality).toList();
        excludedBy = problem.bids().stream().map(bid -> excluding.stream().filter(rule -> excludes(rule, bid)).findFirst().orElse(null)).toArray(Rule[]::new);
    }

    private static boolean excludes(Rule rule, Problem.Bid bid) {
        return switch (rule) {
            case Rule.ExcludedPair pair -> pair.supplier() == bid.supplier() && pair.lot() == bid.lot();
            case Rule.Quality quality -> (quality.lot() == null || quality.lot() == bid.lot())
                    && !quality.takes(bid.attributesPpm().get(quality.attribute()));
            case Rule.Suppliers _, Rule.SuppliersPerLot _, Rule.Share _, Rule.SmallShare _ -> false;
        };
    }

    /** The first rule by which the bid is not used. */
    Optional<Rule> excludedBy(int bid) {
        return Optional.ofNullable(excludedBy[bid]);
    }

    /** Rules by which a bid has at most a share of its lot. */
    List<Rule.Share> sharesOfLots() {
        return rules.values().stream().filter(Rule.Share.class::isInstance).map(Rule.Share.class::cast).filter(share -> share.of() == Rule.Of.LOT).toList();
    }

    Optional<Integer> lot(String id) {
        return Optional.ofNullable(lots.get(id));
    }

    Optional<Integer> supplier(String id) {
        return Optional.ofNullable(suppliers.get(id));
    }

    Optional<Integer> bid(String supplier, String lot) {
        Integer of = suppliers.get(supplier);
        Integer in = lots.get(lot);
        return of == null || in == null ? Optional.empty() : Optional.ofNullable(bids.get(List.of(of, in)));
    }

    Optional<Inequality> inequality(String name) {
        Inequality before = known.get(name);
        if (before != null) return Optional.of(before);
        Optional<Inequality> found = find(name, name.split("@", -1));
        found.ifPresent(inequality -> known.put(name, inequality));
        return found;
    }

    private Optional<Inequality> find(String name, String[] parts) {
        Rule rule = rules.get(parts[0]);
        return switch (rule) {
            case null -> Optional.empty();
            case Rule.Suppliers each when parts.length == 1 -> Optional.of(Inequality.suppliers(each, problem.suppliers().size()));
            case Rule.SuppliersPerLot each when parts.length == 2 -> lot(parts[1]).filter(lot -> each.lot() == null || each.lot().equals(lot))
                    .map(lot -> Inequality.suppliersOfLot(each, lot, parts[1], in(lot)));
            case Rule.Share each when each.of() == Rule.Of.LOT && parts.length == 3 -> lot(parts[2]).flatMap(lot -> shareOfLot(each, name, lot, parts[1]));
            case Rule.Share each when each.of() == Rule.Of.ROUND && parts.length == 2 -> members(each, parts[1])
                    .map(members -> Inequality.shareOfRound(each, name, members));
            case Rule.SmallShare each when parts.length == 1 -> Optional.of(Inequality.smallShare(each, small()));
            case Rule.Suppliers _, Rule.SuppliersPerLot _, Rule.Share _, Rule.SmallShare _, Rule.ExcludedPair _, Rule.Quality _ -> Optional.empty();
        };
    }

    private Optional<Inequality> shareOfLot(Rule.Share rule, String name, int lot, String whose) {
        return members(rule, whose).map(members -> Inequality.shareOfLot(rule, name, lot,
                in(lot).stream().filter(bid -> members.contains(problem.bids().get(bid).supplier())).toList()));
    }

    private Optional<List<Integer>> members(Rule.Share rule, String whose) {
        return rule.ofGroup() ? Optional.ofNullable(groups.get(whose)) : supplier(whose).map(List::of);
    }

    private List<Integer> in(int lot) {
        return bidsOfLot.getOrDefault(lot, List.of());
    }

    private List<Integer> small() {
        return IntStream.range(0, problem.suppliers().size()).filter(each -> problem.suppliers().get(each).small()).boxed().toList();
    }

    /** All names of inequalities that can fail: those of suppliers and groups that bid where the inequality speaks of. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Rule rule : problem.rules()) {
            switch (rule) {
                case Rule.Suppliers _, Rule.SmallShare _ -> names.add(rule.id());
                case Rule.SuppliersPerLot each -> problem.lots().stream().map(Problem.Lot::id)
                        .filter(oneOrEach(each.lot())).forEach(lot -> names.add(rule.id() + "@" + lot));
                case Rule.Share each when each.of() == Rule.Of.ROUND -> owners(each, problem.bids())
                        .forEach(owner -> names.add(rule.id() + "@" + owner));
                case Rule.Share each -> bidsOfLot.forEach((lot, bids) -> owners(each, bids.stream().map(problem.bids()::get).toList())
                        .forEach(owner -> names.add(rule.id() + "@" + owner + "@" + problem.lots().get(lot).id())));
                case Rule.ExcludedPair _, Rule.Quality _ -> { }
            }
        }
        return names;
    }

    private Predicate<String> oneOrEach(@Nullable Integer lot) {
        return id -> lot == null || problem.lots().get(lot).id().equals(id);
    }

    private TreeSet<String> owners(Rule.Share rule, List<Problem.Bid> bids) {
        TreeSet<String> owners = new TreeSet<>();
        for (Problem.Bid bid : bids) owners.add(rule.ofGroup() ? problem.supplier(bid).group() : problem.supplier(bid).id());
        return owners;
    }
}
