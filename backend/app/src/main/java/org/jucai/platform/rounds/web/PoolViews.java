package org.jucai.platform.rounds.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.disclosure.Band;
import org.jucai.platform.rounds.disclosure.Cell;
import org.jucai.platform.rounds.pool.ExactCell;
import org.jucai.platform.rounds.pool.PoolView;
import org.jucai.spec.model.Pool;
import org.jucai.spec.model.PoolCell;

/** The pool as each audience sees it. Public, for the live stream shows the same. */
public final class PoolViews {

    private PoolViews() {}

    public static Pool show(PoolView view, Instant now) {
        Pool pool = new Pool();
        pool.setRoundId(view.round().id());
        pool.setAnonymityK(view.round().terms().anonymityK());
        pool.setAsOfAt(now);
        switch (view) {
            case PoolView.Exact(var round, var cells) -> {
                pool.setAudience(Pool.AudienceEnum.EXACT);
                pool.setCells(cells.stream().map(cell -> exact(round, cell)).toList());
            }
            case PoolView.Banded(var round, var grades, var next) -> {
                pool.setAudience(Pool.AudienceEnum.BANDED);
                next.ifPresent(pool::setNextStepNotBeforeAt);
                pool.setCells(grades.stream().map(grade -> banded(round, grade)).toList());
            }
            case PoolView.Cells(var round, var total, var own) -> {
                pool.setAudience(Pool.AudienceEnum.CELLS);
                pool.setCells(total.map(cell -> published(round, cell, own)).orElseGet(List::of));
            }
        }
        return pool;
    }

    private static PoolCell exact(Round round, ExactCell cell) {
        PoolCell view = new PoolCell(false);
        view.setGrade(cell.grade());
        view.setLevel(level(cell));
        view.setZone(cell.zone());
        view.setWindowFromOn(cell.windowFromOn());
        view.setWindowToOn(cell.windowToOn());
        view.setLines(Math.toIntExact(cell.lines()));
        view.setMembers(Math.toIntExact(cell.members()));
        view.setMinimumKg(cell.minimumKg());
        view.setMassKg(cell.targetKg());
        view.setMaximumKg(cell.maximumKg());
        if (cell.grade() != null) view.setViableKg(round.terms().viable(cell.grade()).kg());
        return view;
    }

    private static PoolCell.LevelEnum level(ExactCell cell) {
        if (cell.grade() == null) return PoolCell.LevelEnum.TOTAL;
        if (cell.zone() == null) return PoolCell.LevelEnum.GRADE;
        return cell.windowFromOn() == null ? PoolCell.LevelEnum.ZONE : PoolCell.LevelEnum.WINDOW;
    }

    private static PoolCell banded(Round round, PoolView.GradeBand grade) {
        boolean said = grade.band() != Band.NONE;
        PoolCell view = new PoolCell(!said);
        view.setGrade(grade.grade());
        view.setLevel(PoolCell.LevelEnum.GRADE);
        view.setViableKg(round.terms().viable(grade.grade()).kg());
        view.setOwnKg(grade.own().kg());
        view.setAtMostToViableKg(grade.toViable().atMost().kg());
        grade.toNextStep().ifPresent(step -> {
            view.setNextStepKg(step.goal().kg());
            view.setAtMostToNextStepKg(step.atMost().kg());
        });
        if (!said) {
            view.setWhy(PoolCell.WhyEnum.NOT_YET_PUBLISHED);
            return view;
        }
        view.setSteppedAt(grade.steppedAt());
        view.setBandFromKg(grade.band().from().kg());
        if (grade.band() != Band.FROM_10000_T) view.setBandToKg(grade.band().below().kg());
        return view;
    }

    private static List<PoolCell> published(Round round, Cell total, Map<String, Kilograms> own) {
        List<PoolCell> cells = new ArrayList<>();
        cells.add(cell(PoolCell.LevelEnum.TOTAL, new Place(null, null, null), total.mass()));
        for (Cell grade : total.parts()) {
            PoolCell view = cell(PoolCell.LevelEnum.GRADE, new Place(grade.code(), null, null), grade.mass());
            view.setViableKg(round.terms().viable(grade.code()).kg());
            view.setOwnKg(own.getOrDefault(grade.code(), Kilograms.ZERO).kg());
            cells.add(view);
            for (Cell zone : grade.parts()) zone(cells, grade, zone);
            rest(cells, PoolCell.LevelEnum.ZONE, new Place(grade.code(), null, null), grade);
        }
        rest(cells, PoolCell.LevelEnum.GRADE, new Place(null, null, null), total);
        return cells;
    }

    private static void zone(List<PoolCell> cells, Cell grade, Cell zone) {
        cells.add(cell(PoolCell.LevelEnum.ZONE, new Place(grade.code(), zone.code(), null), zone.mass()));
        for (Cell window : zone.parts()) {
            cells.add(cell(PoolCell.LevelEnum.WINDOW, new Place(grade.code(), zone.code(), LocalDate.parse(window.code())), window.mass()));
        }
        rest(cells, PoolCell.LevelEnum.WINDOW, new Place(grade.code(), zone.code(), null), zone);
    }

    /** What the parts that may not be told have together; which they are is not said. */
    private static void rest(List<PoolCell> cells, PoolCell.LevelEnum level, Place place, Cell whole) {
        if (whole.rolledUp().kg() == 0 || whole.parts().isEmpty()) return;
        PoolCell view = cell(level, place, whole.rolledUp());
        view.setSuppressed(true);
        view.setWhy(PoolCell.WhyEnum.PROTECTS_ANOTHER);
        cells.add(view);
    }

    private record Place(@Nullable String grade, @Nullable String zone, @Nullable LocalDate from) {}

    private static PoolCell cell(PoolCell.LevelEnum level, Place place, Kilograms mass) {
        PoolCell view = new PoolCell(false);
        view.setGrade(place.grade());
        view.setLevel(level);
        view.setZone(place.zone());
        view.setWindowFromOn(place.from());
        view.setMassKg(mass.kg());
        return view;
    }
}
