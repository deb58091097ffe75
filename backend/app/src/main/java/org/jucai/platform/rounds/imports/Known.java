package org.jucai.platform.rounds.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.catalogue.GradeName;
import org.jucai.platform.catalogue.GradeNames;
import org.jucai.platform.membership.RollEntry;
import org.jucai.platform.rounds.workbook.DeliveryPoint;
import org.jucai.platform.rounds.workbook.Enterprise;
import org.jucai.platform.rounds.workbook.GradeMatch;
import org.jucai.platform.rounds.workbook.Lookup;
import org.jucai.platform.rounds.workbook.Register;

/**
 * Members and grades as the reader asks for them. Places are told by their code, as workbooks write them. A member that
 * uploads its own demand is told nothing of other members' places.
 */
final class Known implements Lookup {

    private final Register members;
    private final GradeNames grades;

    Known(List<RollEntry> roll, GradeNames grades, Optional<UUID> owner) {
        this.members = new Register(roll.stream().map(entry -> enterprise(entry, owner)).toList(), List.of(), Map.of());
        this.grades = grades;
    }

    static Enterprise enterprise(RollEntry entry, Optional<UUID> owner) {
        boolean shown = owner.isEmpty() || owner.get().equals(entry.id());
        List<DeliveryPoint> points = entry.points().stream().map(point -> new DeliveryPoint(point.code(), point.name())).toList();
        return new Enterprise(entry.code(), entry.uscc(), entry.nameZh(), shown ? points : List.of());
    }

    @Override
    public Optional<Enterprise> enterpriseById(String key) {
        return members.enterpriseById(key);
    }

    @Override
    public Optional<Enterprise> enterpriseByUscc(String key) {
        return key.isEmpty() ? Optional.empty() : members.enterpriseByUscc(key);
    }

    @Override
    public Optional<Enterprise> enterpriseByName(String key) {
        return members.enterpriseByName(key);
    }

    @Override
    public Optional<Enterprise> enterpriseLikeName(String key) {
        return members.enterpriseLikeName(key);
    }

    @Override
    public Optional<GradeMatch> grade(String key) {
        return switch (grades.find(key)) {
            case GradeName.Exact(var code) -> Optional.of(new GradeMatch(code.code(), true));
            case GradeName.Confirm(var code, _) -> Optional.of(new GradeMatch(code.code(), false));
            case GradeName.Unknown _ -> Optional.empty();
        };
    }
}
