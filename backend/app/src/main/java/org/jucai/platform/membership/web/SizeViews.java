package org.jucai.platform.membership.web;

import java.util.List;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.SizeStatement;
import org.jucai.spec.model.NewSupplierSize;
import org.jucai.spec.model.SizeClass;
import org.jucai.spec.model.SizeCommand;
import org.jucai.spec.model.SizeTrade;
import org.jucai.spec.model.SizeVerdict;
import org.jucai.spec.model.SupplierSize;
import org.jucai.spec.model.SupplierSizePage;

/** Sizes of suppliers, between forms and values. */
final class SizeViews {

    private SizeViews() {}

    static SizeStatement.Stated stated(NewSupplierSize form) {
        return new SizeStatement.Stated(org.jucai.platform.membership.SizeClass.valueOf(form.getSize().name()),
                SizeStatement.Trade.valueOf(form.getTrade().name()), form.getYear(), form.getWorkers(), new Fen(form.getRevenueFen()));
    }

    static SupplierSizePage page(Page<SizeStatement> page, Actor actor) {
        return new SupplierSizePage().items(page.items().stream().map(one -> view(one, actor)).toList()).nextCursor(page.nextCursor());
    }

    static SupplierSize view(SizeStatement statement, Actor actor) {
        SizeStatement.Stated stated = statement.stated();
        return new SupplierSize().id(statement.id()).size(SizeClass.valueOf(stated.size().name())).trade(SizeTrade.valueOf(stated.trade().name()))
                .year(stated.year()).workers(stated.workers()).revenueFen(stated.revenue().fen()).statedAt(statement.statedAt())
                .verdicts(statement.verdicts().stream().map(SizeViews::view).toList()).allowedCommands(allowed(statement, actor));
    }

    /** Only an association judges. */
    private static List<SizeCommand> allowed(SizeStatement statement, Actor actor) {
        if (actor.partyKind() != PartyKind.ASSOCIATION) return List.of();
        return statement.allowedCommands(actor.partyId()).stream().sorted().map(SizeCommand::fromValue).toList();
    }

    private static SizeVerdict view(SizeStatement.Verdict verdict) {
        return new SizeVerdict().associationId(verdict.associationId()).associationNameZh(verdict.associationNameZh()).confirmed(verdict.confirmed())
                .reason(verdict.reason()).judgedAt(verdict.judgedAt());
    }
}
