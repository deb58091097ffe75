package org.jucai.platform.rounds.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundOptions;
import org.jucai.platform.rounds.RoundStatus;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.spec.model.RoundCommand;
import org.jucai.spec.model.TrackStep;

/** A round as its readers see it. */
final class RoundViews {

    /** The stations of a round's way, as the track shows them. */
    private static final List<RoundStatus> WAY = List.of(RoundStatus.DRAFT, RoundStatus.ANNOUNCED, RoundStatus.COLLECTING,
            RoundStatus.LOCKED, RoundStatus.POOLED, RoundStatus.TENDERING, RoundStatus.CLOSED, RoundStatus.OPENED, RoundStatus.EVALUATED,
            RoundStatus.PUBLICISED, RoundStatus.AWARDED, RoundStatus.EXECUTING, RoundStatus.SETTLED);

    private RoundViews() {}

    static org.jucai.spec.model.Round show(Round round, String associationName, boolean memberHere, Caller caller) {
        Instant now = caller.now();
        org.jucai.spec.model.Round view = new org.jucai.spec.model.Round();
        view.setId(round.id());
        view.setCode(round.code());
        view.setAssociationId(round.associationId());
        view.setAssociationName(associationName);
        view.setStatus(status(round.status()));
        round.suspendedFrom().ifPresent(from -> view.setSuspendedFrom(status(from)));
        view.setStatusSince(round.statusSince());
        round.reason().ifPresent(view::setReason);
        view.setVersion(round.version());
        view.setTerms(TermsForms.show(round.terms()));
        round.tender().ifPresent(terms -> view.setTender(TenderForms.show(terms)));
        view.setTenderNumber(round.tendering().number());
        view.setSecondQuote(round.tendering().firstCall().isPresent());
        round.tendering().publicity().ifPresent(notice -> view.setPublicityEndsAt(notice.endsAt()));
        view.setFillingGap(round.fillsGapAt(now));
        if (round.fillsGapAt(now)) round.gapEndsAt().ifPresent(view::setGapEndsAt);
        view.setTrack(track(round));
        view.setAllowedCommands(RoundOptions.of(round, caller.maybeActor(), memberHere, now).stream()
                .map(option -> RoundCommand.valueOf(option.name())).toList());
        view.setServerTime(now);
        return view;
    }

    static org.jucai.spec.model.RoundStatus status(RoundStatus status) {
        return org.jucai.spec.model.RoundStatus.valueOf(status.name());
    }

    private static List<TrackStep> track(Round round) {
        RoundStatus standing = round.suspendedFrom().orElse(round.status());
        int now = WAY.indexOf(standing);
        List<TrackStep> track = new ArrayList<>();
        for (int i = 0; i < WAY.size(); i++) {
            TrackStep step = new TrackStep(status(WAY.get(i)), state(round, i, now));
            due(round, WAY.get(i)).ifPresent(step::setAt);
            track.add(step);
        }
        return track;
    }

    private static TrackStep.StateEnum state(Round round, int station, int now) {
        if (now < 0) return round.reached().containsKey(WAY.get(station)) ? TrackStep.StateEnum.DONE : TrackStep.StateEnum.LATER;
        if (station == now) return TrackStep.StateEnum.NOW;
        if (station < now) return TrackStep.StateEnum.DONE;
        return station == now + 1 ? TrackStep.StateEnum.NEXT : TrackStep.StateEnum.LATER;
    }

    /** When a station was reached, or is due. */
    private static Optional<Instant> due(Round round, RoundStatus station) {
        Instant reached = round.reached().get(station);
        if (reached != null) return Optional.of(reached);
        return switch (station) {
            case COLLECTING -> Optional.of(round.terms().collectingOpensAt());
            case LOCKED -> Optional.of(round.terms().collectingEndsAt());
            case CLOSED -> round.tender().map(TenderTerms::offersDueAt);
            case OPENED -> round.tender().map(TenderTerms::opensAt);
            case AWARDED -> round.tendering().publicity().map(Round.Publicity::endsAt);
            default -> Optional.empty();
        };
    }
}
