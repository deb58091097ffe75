package org.jucai.platform.bidding.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.envelope.Possession;
import org.jucai.platform.bidding.envelope.TrusteeCard;
import org.jucai.platform.bidding.receipts.ReceiptKey;
import org.jucai.platform.bidding.trustees.KeyStatus;
import org.jucai.platform.bidding.trustees.RegisteredKey;
import org.jucai.platform.bidding.trustees.RoundTrustees;
import org.jucai.platform.bidding.trustees.TrusteeDesk;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.PossessionChallenge;
import org.jucai.spec.model.PublicTrusteeKey;
import org.jucai.spec.model.RegisteredTrusteeKey;
import org.jucai.spec.model.RoundTrustee;
import org.jucai.spec.model.Suite;
import org.jucai.spec.model.TrusteeKey;
import org.jucai.spec.model.TrusteeKeyStatus;

/** Trustees' keys as their readers see them. */
final class TrusteeViews {

    private TrusteeViews() {}

    /** The card as it was signed: a tree for the reader of the envelope's format. */
    static Map<String, Object> tree(org.jucai.spec.model.TrusteeCard card) {
        return Map.of("format", card.getFormat().getValue(), "suite", card.getSuite().getValue(), "trustee", card.getTrustee(),
                "sealTo", card.getSealTo(), "signsWith", card.getSignsWith(), "signature", card.getSignature());
    }

    static RegisteredTrusteeKey show(TrusteeDesk.Registered registered, Map<UUID, PartyName> names, @Nullable Actor reader) {
        return new RegisteredTrusteeKey(show(registered.key(), names, reader), show(registered.challenge()));
    }

    private static PossessionChallenge show(Possession challenge) {
        return new PossessionChallenge()
                .format(PossessionChallenge.FormatEnum.JUCAI_POSSESSION_1)
                .key(new PublicTrusteeKey(challenge.key().trustee(), challenge.key().sealTo().text(), challenge.key().signsWith().text()))
                .encapsulated(challenge.encapsulated().text())
                .sealed(challenge.sealed().text());
    }

    static TrusteeKey show(RegisteredKey key, Map<UUID, PartyName> names, @Nullable Actor reader) {
        PartyName name = names.get(key.partyId());
        return new TrusteeKey()
                .id(key.id())
                .partyId(key.partyId())
                .partyName(name == null ? null : name.nameZh())
                .partyKind(TrusteeKey.PartyKindEnum.valueOf(key.partyKind().name()))
                .status(TrusteeKeyStatus.valueOf(key.status().name()))
                .card(show(key.card()))
                .fingerprint(key.card().key().fingerprint())
                .registeredAt(key.registeredAt())
                .validFrom(key.validFrom().orElse(null))
                .validUntil(key.validUntil().orElse(null))
                .endedBecause(key.endedBecause().orElse(null))
                .version(key.version())
                .allowedCommands(commands(key, reader));
    }

    static org.jucai.spec.model.RoundTrustees show(RoundTrustees round) {
        return new org.jucai.spec.model.RoundTrustees(org.jucai.spec.model.RoundTrustees.StateEnum.valueOf(round.state().name()), round.complete(),
                round.trustees().stream().map(TrusteeViews::show).toList(), round.others().stream().map(TrusteeViews::show).toList(),
                round.mayName() ? List.of(org.jucai.spec.model.RoundTrustees.AllowedCommandsEnum.NAME) : List.of());
    }

    private static RoundTrustee show(RoundTrustees.Keeper keeper) {
        RoundTrustee view = new RoundTrustee(keeper.party().id(), keeper.party().nameZh(), RoundTrustee.PartyKindEnum.valueOf(keeper.party().kind().name()), keeper.buys());
        keeper.key().ifPresent(key -> {
            view.setFingerprint(key.card().key().fingerprint());
            key.validFrom().ifPresent(view::setKeySince);
        });
        return view;
    }

    private static List<TrusteeKey.AllowedCommandsEnum> commands(RegisteredKey key, @Nullable Actor reader) {
        List<TrusteeKey.AllowedCommandsEnum> commands = new ArrayList<>();
        if (reader == null || !reader.actsFor(key.partyId())) return commands;
        if (key.status() == KeyStatus.PENDING) commands.add(TrusteeKey.AllowedCommandsEnum.SHOW);
        if (key.status() != KeyStatus.ENDED) commands.add(TrusteeKey.AllowedCommandsEnum.REVOKE);
        return commands;
    }

    private static org.jucai.spec.model.TrusteeCard show(TrusteeCard card) {
        return new org.jucai.spec.model.TrusteeCard()
                .format(org.jucai.spec.model.TrusteeCard.FormatEnum.JUCAI_TRUSTEE_1)
                .suite(Suite.fromValue(card.suite().code()))
                .trustee(card.key().trustee())
                .sealTo(card.key().sealTo().text())
                .signsWith(card.key().signsWith().text())
                .signature(card.signature().text());
    }

    static org.jucai.spec.model.ReceiptKey show(ReceiptKey key) {
        return new org.jucai.spec.model.ReceiptKey(key.publicKey(), key.validFrom()).validUntil(key.validUntil().orElse(null));
    }
}
