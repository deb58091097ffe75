package org.jucai.platform.rounds.web;

import java.util.Map;
import java.util.Optional;
import org.jucai.platform.rounds.answers.AgreementText;
import org.jucai.platform.rounds.answers.ChaseList;
import org.jucai.platform.rounds.answers.ChaseState;
import org.jucai.platform.rounds.answers.Signature;
import org.jucai.platform.rounds.pool.PastTotals;
import org.jucai.spec.model.Agreement;
import org.jucai.spec.model.ChaseEntry;
import org.jucai.spec.model.ChasePage;
import org.jucai.spec.model.ChasePageCounts;
import org.jucai.spec.model.PastTotalsItemsInner;

/** Answers to rounds as they are shown. */
final class AnswerViews {

    private AnswerViews() {}

    static ChasePage show(ChaseList list) {
        ChasePage view = new ChasePage(list.page().items().stream().map(AnswerViews::entry).toList(), counts(list.counts()));
        view.setNextCursor(list.page().nextCursor());
        return view;
    }

    private static ChaseEntry entry(ChaseList.Entry entry) {
        ChaseEntry view = new ChaseEntry(entry.member().id(), entry.member().code(), entry.member().nameZh(),
                ChaseEntry.StateEnum.valueOf(entry.state().name()), entry.lineCount());
        entry.lastAskedKg().ifPresent(view::setLastAskedKg);
        entry.remindedAt().ifPresent(view::setRemindedAt);
        return view;
    }

    private static ChasePageCounts counts(Map<ChaseState, Integer> counts) {
        return new ChasePageCounts(counts.getOrDefault(ChaseState.NOT_ANSWERED, 0), counts.getOrDefault(ChaseState.NOT_CONFIRMED, 0),
                counts.getOrDefault(ChaseState.NOT_SIGNED, 0), counts.getOrDefault(ChaseState.ANSWERED, 0),
                counts.getOrDefault(ChaseState.DECLINED, 0));
    }

    static Agreement show(AgreementText.Agreement agreement, Optional<Signature> signature, String signerName) {
        Agreement view = new Agreement(agreement.text(), agreement.sha256(), signature.isPresent());
        signature.ifPresent(one -> {
            view.setSignedAt(one.at());
            view.setSignedByName(signerName);
        });
        return view;
    }

    static org.jucai.spec.model.PastTotals show(PastTotals totals) {
        return new org.jucai.spec.model.PastTotals(totals.rounds(), totals.enterprises(), totals.massKg(),
                totals.items().stream().map(AnswerViews::item).toList());
    }

    private static PastTotalsItemsInner item(PastTotals.Item item) {
        PastTotalsItemsInner view = new PastTotalsItemsInner(item.roundId(), item.code(), item.title(), RoundViews.status(item.status()), item.lots());
        view.setFrozenAt(item.frozenAt());
        item.massKg().ifPresent(view::setMassKg);
        return view;
    }
}
