package org.jucai.platform.award.shares;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether any group of members would pay less alone, under one cost curve. What a group costs depends on its mass alone, so the
 * question is a knapsack: of the groups of each mass, the one that is charged most. Exact; where there are too many masses it is not
 * answered. Theorem: where the average price never rises with volume and all pay the average price p, no group of mass m gains, for
 * alone it pays m · average(m) ≥ m · p.
 */
public record Core(List<Member> members, CostCurve curve) {

    /** @param chargeMilliFen what it is charged for the goods */
    public record Member(String id, long kg, BigInteger chargeMilliFen) {}

    /**
     * A group that would pay less alone; the one that would save most.
     *
     * @param ids ascending
     * @param savingMilliFen what it would save; 0 and nobody where no group would
     */
    public record Answer(List<String> ids, BigInteger savingMilliFen) {

        public boolean inCore() {
            return ids.isEmpty();
        }
    }

    /** So many masses of groups are kept at once. */
    private static final int MOST_MASSES = 500_000;

    private record Group(BigInteger charge, int last, @Nullable Group before) {}

    public Core {
        members = List.copyOf(members);
    }

    /** Nothing where there are more masses than are looked at. */
    public Optional<Answer> answer() {
        Map<Long, Group> best = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Map<Long, Group> grown = new HashMap<>();
            Member member = members.get(i);
            grown.put(member.kg(), new Group(member.chargeMilliFen(), i, null));
            for (Map.Entry<Long, Group> each : best.entrySet()) {
                Group with = new Group(each.getValue().charge().add(member.chargeMilliFen()), i, each.getValue());
                grown.merge(each.getKey() + member.kg(), with, Core::dearer);
            }
            grown.forEach((mass, group) -> best.merge(mass, group, Core::dearer));
            if (best.size() > MOST_MASSES) return Optional.empty();
        }
        return Optional.of(worst(best));
    }

    private static Group dearer(Group a, Group b) {
        return a.charge().compareTo(b.charge()) >= 0 ? a : b;
    }

    private Answer worst(Map<Long, Group> best) {
        BigInteger most = BigInteger.ZERO;
        Group who = null;
        for (Map.Entry<Long, Group> each : best.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            BigInteger saving = each.getValue().charge().subtract(curve.milliFen(each.getKey()));
            if (saving.compareTo(most) <= 0) continue;
            most = saving;
            who = each.getValue();
        }
        List<String> ids = new ArrayList<>();
        for (Group at = who; at != null; at = at.before()) ids.add(members.get(at.last()).id());
        return new Answer(ids.stream().sorted().toList(), most);
    }
}
