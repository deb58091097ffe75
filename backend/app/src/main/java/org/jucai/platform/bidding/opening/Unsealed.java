package org.jucai.platform.bidding.opening;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jucai.platform.bidding.envelope.CanonicalJson;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Opening;
import org.jucai.platform.bidding.envelope.Outcome;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.offer.Faulty;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;
import org.jucai.platform.bidding.offer.Reading;

/**
 * What came out of a section with what trustees released. Pure.
 *
 * @param content as it was sealed, canonical; empty where nothing came out
 * @param faults why the content is no offer that can be taken as it stands
 */
record Unsealed(int section, SealState state, Optional<String> content, List<Faulty> faults, Optional<String> deceit, List<Lie> lies) {

    Unsealed {
        faults = List.copyOf(faults);
        lies = List.copyOf(lies);
    }

    static Unsealed header(Envelope envelope, List<Release> releases) {
        return of(0, Opening.of(envelope, 0, releases), header(envelope));
    }

    /** @param lot that the header says the section is for */
    static Unsealed section(Envelope envelope, int section, String lot, List<Release> releases) {
        return of(section, Opening.of(envelope, section, releases), lot(lot));
    }

    static Function<Map<String, Object>, List<Faulty>> lot(String lot) {
        return content -> faults(LotOffer.read(content, lot));
    }

    static Function<Map<String, Object>, List<Faulty>> header(Envelope envelope) {
        return content -> faults(OfferHeader.read(content, envelope.head()));
    }

    static Unsealed of(int section, Outcome outcome, Function<Map<String, Object>, List<Faulty>> reader) {
        return switch (outcome) {
            case Outcome.Opened opened -> {
                List<Faulty> faults = reader.apply(opened.content());
                yield new Unsealed(section, faults.isEmpty() ? SealState.OPENED : SealState.UNREADABLE,
                        Optional.of(new String(CanonicalJson.bytes(opened.content()), StandardCharsets.UTF_8)), faults, Optional.empty(), lies(section, outcome));
            }
            case Outcome.TwoFaced faced -> new Unsealed(section, SealState.TWO_FACED, Optional.empty(), List.of(), Optional.of(faced.deceit().name()), lies(section, outcome));
            case Outcome.NotOpenableYet _ -> new Unsealed(section, SealState.DISPUTED, Optional.empty(), List.of(), Optional.empty(), List.of());
        };
    }

    static List<Faulty> faults(Reading<?> reading) {
        return reading instanceof Reading.Wrong<?> wrong ? wrong.faults() : List.of();
    }

    private static List<Lie> lies(int section, Outcome outcome) {
        return (switch (outcome) {
            case Outcome.Opened opened -> opened.wrong();
            case Outcome.TwoFaced faced -> faced.wrong();
            case Outcome.NotOpenableYet _ -> List.<org.jucai.platform.bidding.envelope.WrongShare>of();
        }).stream().map(wrong -> new Lie(wrong.trustee(), section, wrong.lie())).toList();
    }
}
