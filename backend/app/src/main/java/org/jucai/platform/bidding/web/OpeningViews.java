package org.jucai.platform.bidding.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.envelope.CanonicalJson;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelopes.Seal;
import org.jucai.platform.bidding.offer.Faulty;
import org.jucai.platform.bidding.opening.OpeningBoard;
import org.jucai.platform.bidding.opening.OpeningDesk;
import org.jucai.platform.bidding.opening.OpeningEnvelope;
import org.jucai.platform.bidding.opening.OpeningLot;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.spec.model.AskedShares;
import org.jucai.spec.model.EnvelopeHead;
import org.jucai.spec.model.EnvelopeOpened;
import org.jucai.spec.model.EnvelopeToRelease;
import org.jucai.spec.model.OfferFaultFound;
import org.jucai.spec.model.OpeningLotLine;
import org.jucai.spec.model.OpeningLotPage;
import org.jucai.spec.model.OpeningRoom;
import org.jucai.spec.model.OpeningStatus;
import org.jucai.spec.model.OpeningTrustee;
import org.jucai.spec.model.ReleasePhase;
import org.jucai.spec.model.SealDeceit;
import org.jucai.spec.model.SealState;
import org.jucai.spec.model.ShareToUnseal;
import org.jucai.spec.model.SharesSigned;
import org.jucai.spec.model.Suite;
import org.jucai.spec.model.WrongShareSaid;

/** The opening as those see it who watch it. */
final class OpeningViews {

    private OpeningViews() {}

    /** Whose names the room shows. */
    static Set<UUID> parties(OpeningBoard.Room room) {
        Set<UUID> parties = new HashSet<>(room.seal().parties());
        room.envelopes().forEach(envelope -> parties.add(envelope.supplierId()));
        return parties;
    }

    static OpeningRoom show(OpeningBoard.Room room, Map<UUID, PartyName> names, Actor reader, Instant now) {
        Seal seal = room.seal();
        return new OpeningRoom(seal.roundId(), seal.call(), status(room, now), now, trustees(room, names),
                room.envelopes().stream().map(envelope -> show(envelope, names)).toList(), commands(room, reader, now))
                .opensAt(room.round().tender().map(TenderTerms::opensAt).orElse(null))
                .beganAt(room.opening().map(org.jucai.platform.bidding.opening.RoundOpening::beganAt).orElse(null))
                .endedAt(room.opening().flatMap(org.jucai.platform.bidding.opening.RoundOpening::endedAt).orElse(null))
                .ownTrustee(seal.numberOf(reader.partyId()).orElse(null));
    }

    private static OpeningStatus status(OpeningBoard.Room room, Instant now) {
        return room.opening().map(opening -> OpeningStatus.valueOf(opening.phase().name()))
                .orElseGet(() -> room.round().tender().filter(terms -> !now.isBefore(terms.opensAt())).isPresent() ? OpeningStatus.DUE : OpeningStatus.NOT_DUE);
    }

    private static List<OpeningTrustee> trustees(OpeningBoard.Room room, Map<UUID, PartyName> names) {
        List<OpeningTrustee> trustees = new ArrayList<>();
        for (int i = 0; i < room.seal().parties().size(); i++) {
            int number = i + 1;
            UUID party = room.seal().parties().get(i);
            trustees.add(new OpeningTrustee(number, party, room.seal().terms().trustees().get(i).fingerprint(),
                    (int) room.envelopes().stream().filter(envelope -> envelope.headersBy().contains(number)).count(),
                    (int) room.envelopes().stream().filter(envelope -> envelope.sectionsBy().contains(number)).count()).partyName(name(names, party)));
        }
        return trustees;
    }

    private static @Nullable String name(Map<UUID, PartyName> names, UUID party) {
        PartyName name = names.get(party);
        return name == null ? null : name.nameZh();
    }

    private static EnvelopeOpened show(OpeningEnvelope envelope, Map<UUID, PartyName> names) {
        return new EnvelopeOpened(envelope.supplierId(), envelope.position(), envelope.version(), envelope.sha256(), envelope.receivedAt(), envelope.logPosition(),
                SealState.valueOf(envelope.header().name()), show(envelope.faults()), envelope.asked(), envelope.settled(), envelope.disputed(), envelope.headersBy(), envelope.sectionsBy(),
                envelope.lies().stream().map(lie -> new WrongShareSaid(lie.trustee(), lie.section(), WrongShareSaid.LieEnum.valueOf(lie.lie().name()))).toList())
                .supplierName(name(names, envelope.supplierId()))
                .deceit(envelope.deceit().map(SealDeceit::valueOf).orElse(null))
                .leftShutBecause(envelope.leftBecause().orElse(null));
    }

    static List<OfferFaultFound> show(List<Faulty> faults) {
        return faults.stream().limit(100).map(one -> new OfferFaultFound(OfferFaultFound.FaultEnum.valueOf(one.fault().name()), one.where())).toList();
    }

    private static List<OpeningRoom.AllowedCommandsEnum> commands(OpeningBoard.Room room, Actor reader, Instant now) {
        List<OpeningRoom.AllowedCommandsEnum> commands = new ArrayList<>();
        OpeningStatus status = status(room, now);
        boolean underWay = status == OpeningStatus.HEADERS || status == OpeningStatus.SECTIONS;
        if (room.seal().numberOf(reader.partyId()).isPresent() && (underWay || status == OpeningStatus.DUE || status == OpeningStatus.OPENED)) {
            commands.add(OpeningRoom.AllowedCommandsEnum.RELEASE);
        }
        if (underWay && reader.actsFor(room.seal().associationId()) && reader.has(Role.SECRETARIAT)) commands.add(OpeningRoom.AllowedCommandsEnum.LEAVE_SHUT);
        boolean mine = room.envelopes().stream().anyMatch(envelope -> reader.actsFor(envelope.supplierId()));
        if (underWay && mine) commands.add(OpeningRoom.AllowedCommandsEnum.SHOW_SEALING_RECORD);
        return commands;
    }

    static OpeningLotPage show(Page<OpeningLot> page) {
        return new OpeningLotPage(page.items().stream().map(line -> new OpeningLotLine(line.supplierId(), line.section(), line.lot(), SealState.valueOf(line.state().name()))
                .because(line.because().map(why -> OpeningLotLine.BecauseEnum.valueOf(why.name())).orElse(null))
                .deceit(line.deceit().map(SealDeceit::valueOf).orElse(null))).toList()).nextCursor(page.nextCursor());
    }

    static AskedShares show(OpeningDesk.Asked asked, ReleasePhase phase) {
        return new AskedShares(asked.call(), asked.trustee(), phase, asked.left(), asked.all().stream().map(one -> show(one, asked.trustee())).toList());
    }

    private static EnvelopeToRelease show(OpeningDesk.Awaited awaited, int trustee) {
        Envelope envelope = awaited.envelope();
        EnvelopeHead head = new EnvelopeHead(EnvelopeHead.FormatEnum.JUCAI_ENVELOPE_1, Suite.fromValue(envelope.head().suite().code()), envelope.head().round(),
                envelope.head().supplier(), envelope.head().version(), envelope.shape().sections());
        return new EnvelopeToRelease(awaited.supplierId(), head, envelope.digest().hex(), awaited.sections().stream().map(section -> {
            Envelope.Addressed share = envelope.sealedTo(trustee, section);
            return new ShareToUnseal(section, share.encapsulated().text(), share.sealed().text(), share.commitment().text());
        }).toList());
    }

    /** As it was signed, canonical: the reader of the envelope's format judges it. */
    static OpeningDesk.Signed signed(SharesSigned form) {
        Map<String, Object> tree = new HashMap<>(Map.of("format", form.getFormat().getValue(), "round", form.getRound(), "envelopeSha256", form.getEnvelopeSha256(),
                "trustee", (long) form.getTrustee(), "signature", form.getSignature()));
        tree.put("shares", form.getShares().stream().map(share -> {
            Map<String, Object> said = new HashMap<>(Map.of("section", (long) share.getSection()));
            if (share.getShare() != null) said.put("share", share.getShare());
            return said;
        }).toList());
        return new OpeningDesk.Signed(form.getEnvelopeSha256(), CanonicalJson.bytes(tree));
    }
}
