package org.jucai.platform.award.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.decisions.Award;
import org.jucai.platform.award.decisions.AwardBoard;
import org.jucai.platform.award.decisions.AwardSheet;
import org.jucai.platform.award.decisions.Objection;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundStatus;
import org.jucai.spec.model.AwardDecision;
import org.jucai.spec.model.AwardLot;
import org.jucai.spec.model.AwardStatus;
import org.jucai.spec.model.AwardWinner;
import org.jucai.spec.model.LotReasons;
import org.jucai.spec.model.OtherOffer;
import org.jucai.spec.model.PricedMass;

/** Awards and objections as their readers see them: the public the notice, the association what is behind it. */
final class AwardViews {

    private AwardViews() {}

    /** A version with what its view needs. */
    record Seen(Round round, AwardBoard.Shown shown, Map<UUID, PartyName> names) {

        String name(UUID party) {
            PartyName name = names.get(party);
            return name == null ? "" : name.nameZh();
        }

        /** Until when it is at notice, where it is or was and nobody revoked it. */
        Optional<Instant> publicUntil() {
            return round.tendering().publicity().filter(_ -> shown.award().publicisedAt().isPresent() && shown.award().status() != Award.Status.REVOKED)
                    .map(Round.Publicity::endsAt);
        }

        AwardStatus status() {
            Award.Status status = shown.award().status();
            return status == Award.Status.PUBLICISED && shown.contested() ? AwardStatus.CONTESTED : AwardStatus.valueOf(status.name());
        }
    }

    static org.jucai.spec.model.Award show(Seen seen, Caller caller) {
        Award award = seen.shown().award();
        AwardSheet sheet = award.sheet();
        org.jucai.spec.model.Award view = new org.jucai.spec.model.Award(seen.round().id(), seen.round().code(), award.number(), seen.status(), (int) sheet.served(),
                sheet.lots().size() - (int) sheet.served(), sheet.suppliersUsed(), sheet.goodsFen(), sheet.freightFen(),
                sheet.lots().stream().map(lot -> lot(seen, lot)).toList(), commands(seen, caller), caller.now());
        view.setGapPpm(sheet.gapPpm());
        award.publicisedAt().ifPresent(view::setPublicisedAt);
        seen.publicUntil().ifPresent(view::setPublicUntil);
        award.finalAt().ifPresent(view::setFinalAt);
        award.revokedAt().ifPresent(view::setRevokedAt);
        award.revokedBecause().ifPresent(view::setRevokedBecause);
        seen.shown().inside().ifPresent(inside -> {
            view.setRunId(award.runId());
            view.setComparedMilliFen(inside.comparedMilliFen());
            view.setDecision(show(inside.decision()));
            view.setProposedAt(award.proposedAt());
            view.setProposedBy(award.proposedBy());
            view.setOpenObjections(seen.shown().open());
        });
        return view;
    }

    private static AwardLot lot(Seen seen, AwardSheet.Lot lot) {
        AwardLot view = new AwardLot(lot.lotId(), lot.code(), lot.grade(), lot.zone(), AwardLot.OutcomeEnum.valueOf(lot.outcome().name()), lot.targetKg(), lot.awardedKg(),
                lot.winners().stream().map(winner -> winner(seen, winner)).toList());
        view.setSize(lot.size());
        view.setPacking(lot.packing());
        view.setAdmissibleOffers(lot.admissibleOffers());
        view.setGoodsFen(lot.goodsFen());
        Optional<Award.Inside> inside = seen.shown().inside();
        List<Award.Rank> others = inside.map(all -> all.ranks().stream().filter(rank -> rank.lotId().equals(lot.lotId())).toList()).orElse(lot.candidates());
        view.setOthers(others.stream().limit(200).map(rank -> other(seen, rank, inside.isPresent())).toList());
        inside.flatMap(all -> all.decision().lots().stream().filter(each -> each.lotId().equals(lot.lotId())).findFirst()).ifPresent(each -> view.setReasons(each.reasons()));
        return view;
    }

    private static AwardWinner winner(Seen seen, AwardSheet.Winner winner) {
        List<PricedMass> priced = winner.priced().stream().map(each -> new PricedMass(each.fromKg(), each.massKg(), each.priceFenPerTonne())).toList();
        AwardWinner view = new AwardWinner(winner.supplierId(), winner.massKg(), winner.discountBp(), priced, winner.vatRateBp(), winner.delivered(),
                winner.freightFenPerTonne(), winner.goodsFen(), winner.goodsTaxFen(), winner.freightFen());
        view.setSupplierName(seen.name(winner.supplierId()));
        return view;
    }

    /** A reserve is named where candidates are public; who is neither stays behind its pseudonym. */
    private static OtherOffer other(Seen seen, Award.Rank rank, boolean insider) {
        OtherOffer view = new OtherOffer(rank.pseudonym(), rank.reserve(), rank.comparedFenPerTonne());
        if (insider || rank.reserve()) view.setSupplierName(seen.name(rank.supplierId()));
        return view;
    }

    private static List<org.jucai.spec.model.Award.AllowedCommandsEnum> commands(Seen seen, Caller caller) {
        Optional<Actor> actor = caller.maybeActor();
        List<org.jucai.spec.model.Award.AllowedCommandsEnum> commands = new ArrayList<>();
        if (actor.isEmpty()) return commands;
        Award award = seen.shown().award();
        boolean ours = actor.get().has(Role.SECRETARIAT) && actor.get().actsFor(award.associationId());
        if (ours && seen.round().status() == RoundStatus.EVALUATED) {
            commands.add(org.jucai.spec.model.Award.AllowedCommandsEnum.PROPOSE);
            if (award.status() == Award.Status.PROPOSED) commands.add(org.jucai.spec.model.Award.AllowedCommandsEnum.PUBLICISE);
            if (award.status() == Award.Status.REVOKED && award.publicisedAt().isPresent()) commands.add(org.jucai.spec.model.Award.AllowedCommandsEnum.EXCLUDE_WINNER);
        }
        boolean mayObject = actor.get().partyKind() == PartyKind.ENTERPRISE || actor.get().partyKind() == PartyKind.SUPPLIER;
        boolean atNotice = seen.round().status() == RoundStatus.PUBLICISED && seen.publicUntil().filter(ends -> caller.now().isBefore(ends)).isPresent();
        if (mayObject && atNotice) commands.add(org.jucai.spec.model.Award.AllowedCommandsEnum.OBJECT);
        return commands;
    }

    private static AwardDecision show(Award.Decided decided) {
        AwardDecision view = new AwardDecision(AwardDecision.ByEnum.valueOf(decided.by().name()), decided.reasons());
        view.setLots(decided.lots().stream().map(lot -> new LotReasons(lot.lotId(), lot.reasons())).toList());
        return view;
    }

    static Award.Decided read(AwardDecision form) {
        return new Award.Decided(Award.By.valueOf(form.getBy().name()), form.getReasons(),
                orEmpty(form.getLots()).stream().map(lot -> new Award.LotReasons(lot.getLotId(), lot.getReasons())).toList());
    }

    static <T> List<T> orEmpty(@Nullable Collection<T> sent) {
        return sent == null ? List.of() : List.copyOf(sent);
    }

    static org.jucai.spec.model.Objection show(Objection objection, Map<UUID, PartyName> names, Actor actor) {
        boolean mayAnswer = actor.has(Role.SECRETARIAT) && actor.actsFor(objection.associationId()) && objection.status() == Objection.Status.OPEN;
        org.jucai.spec.model.Objection view = new org.jucai.spec.model.Objection(objection.id(), objection.roundId(), objection.number(), objection.grounds(),
                org.jucai.spec.model.Objection.StatusEnum.valueOf(objection.status().name()), objection.receivedAt(), objection.version(),
                mayAnswer ? List.of(org.jucai.spec.model.Objection.AllowedCommandsEnum.ANSWER) : List.of());
        objection.lotId().ifPresent(view::setLotId);
        view.setPartyId(objection.partyId());
        PartyName party = names.get(objection.partyId());
        if (party != null) view.setPartyName(party.nameZh());
        objection.answer().ifPresent(view::setAnswer);
        objection.answeredAt().ifPresent(view::setAnsweredAt);
        return view;
    }
}
