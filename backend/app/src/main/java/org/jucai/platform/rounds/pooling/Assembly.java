package org.jucai.platform.rounds.pooling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.Blocks.Parcel;
import org.jucai.platform.rounds.pooling.Blocks.Solved;

/** Turns the solved blocks into lots, reasons and proofs. */
final class Assembly {

    private Assembly() {}

    static Grouping of(List<Parcel> parcels, List<Solved> solved, Set<UUID> kept, PoolRules rules) {
        Map<String, List<PoolLine>> linesOf =
                parcels.stream().collect(Collectors.toMap(parcel -> parcel.item().name(), Parcel::lines));
        List<Lot> lots = new ArrayList<>();
        for (Solved each : solved) lots.addAll(lots(each.solution(), linesOf, rules));
        lots.sort(Lots.ORDER);
        List<PoolLine> lines = parcels.stream().flatMap(parcel -> parcel.lines().stream()).sorted(Lots.BY_ID).toList();
        return new Grouping(lots, placements(lines, lots, kept, rules), proofs(solved, linesOf));
    }

    private static List<Lot> lots(Solution solution, Map<String, List<PoolLine>> linesOf, PoolRules rules) {
        Map<Integer, List<PoolLine>> bySite = new TreeMap<>();
        Block block = solution.block();
        for (int i = 0; i < block.size(); i++) {
            List<PoolLine> lines = linesOf.getOrDefault(block.items.get(i).name(), List.of());
            bySite.computeIfAbsent(solution.at()[i], _ -> new ArrayList<>()).addAll(lines);
        }
        return bySite.entrySet().stream()
                .map(site -> Lots.of(block.marketOf.get(site.getKey()).grade(), site.getValue(), rules))
                .toList();
    }

    private static List<Placement> placements(List<PoolLine> lines, List<Lot> lots, Set<UUID> kept, PoolRules rules) {
        Map<UUID, Integer> lotOf = new HashMap<>();
        for (int lot = 0; lot < lots.size(); lot++) for (UUID id : lots.get(lot).lineIds()) lotOf.put(id, lot);
        Reasons reasons = new Reasons(lines, lots, kept, rules);
        return lines.stream().map(line -> reasons.of(line, lotOf.getOrDefault(line.id(), -1))).toList();
    }

    private static List<BlockProof> proofs(List<Solved> solved, Map<String, List<PoolLine>> linesOf) {
        return solved.stream().map(each -> {
            Solution solution = each.solution();
            int lines = solution.block().items.stream()
                    .mapToInt(item -> linesOf.getOrDefault(item.name(), List.of()).size())
                    .sum();
            return new BlockProof(each.shelf().size(), each.shelf().packing(), each.shelf().zone(), lines,
                    new Kilograms(solution.score().leftover()), new Kilograms(solution.bound()),
                    solution.leavesLeast() ? BlockProof.Proof.PROVEN_MINIMUM : BlockProof.Proof.BEST_FOUND,
                    solution.everyAim());
        }).toList();
    }
}
