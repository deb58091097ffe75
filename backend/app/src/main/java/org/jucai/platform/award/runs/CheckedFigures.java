package org.jucai.platform.award.runs;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.checking.CheckReport;
import org.jucai.platform.award.checking.Figures;

/**
 * What the independent checker computed of an award: only this is shown, never what a result says of itself. Without an award the
 * figures of one are null.
 *
 * @param objectiveMilliFen what is minimised: delivered, in cash, net of deductible tax; with what is short of a target
 * @param totalFen of the awards' amounts, at the prices by which offers are compared
 * @param boundMilliFen no award costs less
 * @param gapPpm of the objective, rounded up
 */
public record CheckedFigures(@Nullable Long objectiveMilliFen, @Nullable Long totalFen, @Nullable Long boundMilliFen, @Nullable Long gapMilliFen,
        @Nullable Long gapPpm, int lotsServed, int lotsFailed, int suppliersUsed) {

    public static CheckedFigures of(CheckReport report) {
        Figures figures = report.figures();
        return new CheckedFigures(whole(figures.objectiveMilliFen()), whole(figures.totalFen()), whole(figures.boundMilliFen()), whole(figures.gapMilliFen()),
                whole(figures.gapPpm()), figures.lotsServed(), figures.lotsFailed(), figures.suppliersUsed());
    }

    private static @Nullable Long whole(@Nullable BigInteger figure) {
        return figure == null ? null : (Long) figure.longValueExact();
    }
}
