package org.jucai.platform.award.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.runs.AwardRun;
import org.jucai.platform.award.runs.CheckedFigures;
import org.jucai.platform.award.runs.RunDesk;
import org.jucai.platform.award.runs.RunStatus;
import org.jucai.platform.award.runs.AwardRun.Scenario;
import org.jucai.platform.award.runs.Basis;
import org.jucai.spec.model.AskAwardRun;
import org.jucai.spec.model.AwardBasis;
import org.jucai.spec.model.AwardFigures;
import org.jucai.spec.model.AwardProgress;
import org.jucai.spec.model.AwardRuleBounds;
import org.jucai.spec.model.AwardRunStatus;
import org.jucai.spec.model.AwardScenario;
import org.jucai.spec.model.AwardWork;

/** What is asked for, and how computations stand, in the specification's words. */
final class RunViews {

    /** In the engine's units; what they come to on a machine is in the notes. */
    private static final Map<AwardWork, Long> WORK = Map.of(AwardWork.QUICK, 50_000_000L, AwardWork.USUAL, 500_000_000L, AwardWork.THOROUGH, 3_000_000_000L);

    private RunViews() {}

    static RunDesk.Wanted read(AskAwardRun form) {
        Scenario scenario = new Scenario(orEmpty(form.getLeaveOut()), orEmpty(form.getChange()).stream()
                .map(change -> new Scenario.Change(change.getRule(), change.getCount(), change.getShareBp(), change.getAtLeastPpm(), change.getAtMostPpm())).toList(),
                Boolean.TRUE.equals(form.getEveryLotServed()));
        AwardWork work = Optional.ofNullable(form.getWork()).orElse(AwardWork.USUAL);
        return new RunDesk.Wanted(Basis.valueOf(form.getBasis().name()), scenario, WORK.getOrDefault(work, 1L), Boolean.TRUE.equals(form.getPriceRules()));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> said) {
        return said == null ? List.of() : said;
    }

    static org.jucai.spec.model.AwardRun show(AwardRun run) {
        org.jucai.spec.model.AwardRun view = new org.jucai.spec.model.AwardRun();
        view.id(run.id()).roundId(run.roundId()).call(run.call()).basis(AwardBasis.valueOf(run.basis().name())).scenario(show(run.scenario()));
        WORK.forEach((work, limit) -> {
            if (limit == run.workLimit()) view.setWork(work);
        });
        view.workLimit(run.workLimit()).priceRules(run.rulesPriced()).status(AwardRunStatus.valueOf(run.status().name())).exploratory(run.exploratory())
                .askedAt(run.askedAt()).linesLeft(run.linesLeft().size()).version(run.version());
        run.fault().ifPresent(fault -> view.setFault(org.jucai.spec.model.AwardRun.FaultEnum.valueOf(fault.name())));
        run.startedAt().ifPresent(view::setStartedAt);
        run.finishedAt().ifPresent(view::setFinishedAt);
        run.stopAskedAt().ifPresent(view::setStopAskedAt);
        run.progress().filter(_ -> run.status() == RunStatus.SOLVING).ifPresent(progress -> view.setProgress(
                new AwardProgress(progress.pass(), progress.bestMilliFen(), progress.boundMilliFen(), progress.work())));
        run.outcome().filter(outcome -> outcome.report().holds()).ifPresent(outcome -> view.setFigures(show(CheckedFigures.of(outcome.report()))));
        view.setAllowedCommands(run.mayBeStopped() ? List.of(org.jucai.spec.model.AwardRun.AllowedCommandsEnum.STOP) : List.of());
        return view;
    }

    private static AwardScenario show(Scenario scenario) {
        return new AwardScenario(scenario.leftOut(), scenario.changed().stream().map(change -> {
            AwardRuleBounds bounds = new AwardRuleBounds(change.rule());
            bounds.count(change.count()).shareBp(change.shareBp()).atLeastPpm(change.atLeastPpm()).atMostPpm(change.atMostPpm());
            return bounds;
        }).toList(), scenario.everyLotServed());
    }

    private static AwardFigures show(CheckedFigures figures) {
        AwardFigures view = new AwardFigures(figures.lotsServed(), figures.lotsFailed(), figures.suppliersUsed());
        return view.objectiveMilliFen(figures.objectiveMilliFen()).totalFen(figures.totalFen()).boundMilliFen(figures.boundMilliFen())
                .gapMilliFen(figures.gapMilliFen()).gapPpm(figures.gapPpm());
    }
}
