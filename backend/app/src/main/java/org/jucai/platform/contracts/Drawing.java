package org.jucai.platform.contracts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.rounds.RoundTerms;

/**
 * Draws the contracts of an award. 代理: one between each supplier and member who trade, and one for the service to each member; 买断: one
 * of each supplier with the finance group, and one of the group with each member. Each kilogram and each fen of the settlement stands in
 * exactly one item upstream and one downstream. Pure.
 *
 * @param by the finance group's, at this time
 */
record Drawing(DrawnFrom from, DrawnFrom.Stated stated, Map<UUID, Firm> firms, Ids ids, Instant at) {

    /** A contract with the canonical text that is signed. @param replaces the contract that ended and whose goods it covers again */
    record Drawn(Contract contract, String document, Optional<UUID> replaces) {}

    private record Sides(UUID seller, UUID buyer) {

        private static final Comparator<Sides> ORDER = Comparator.comparing(Sides::seller).thenComparing(Sides::buyer);
    }

    List<Drawn> all() {
        Map<Sides, List<ContractItem>> upstream = new TreeMap<>(Sides.ORDER);
        Map<Sides, List<ContractItem>> downstream = new TreeMap<>(Sides.ORDER);
        ContractKind covering = from.mode() == RoundTerms.Mode.AGENCY ? ContractKind.SERVICE : ContractKind.RESALE;
        for (Pieces.Piece piece : new Pieces(from).all()) {
            ContractItem bought = piece.item(ids.next(), ContractKind.SUPPLY, Optional.empty());
            upstream.computeIfAbsent(sides(ContractKind.SUPPLY, piece), _ -> new ArrayList<>()).add(bought);
            downstream.computeIfAbsent(sides(covering, piece), _ -> new ArrayList<>()).add(piece.item(ids.next(), covering, Optional.of(bought.id())));
        }
        List<Drawn> all = new ArrayList<>(numbered(ContractKind.SUPPLY, upstream));
        all.addAll(numbered(covering, downstream));
        return all;
    }

    private Sides sides(ContractKind kind, Pieces.Piece piece) {
        return switch (kind) {
            case SUPPLY -> new Sides(piece.supplier(), from.mode() == RoundTerms.Mode.AGENCY ? piece.line().enterpriseId() : from.groupId());
            case RESALE, SERVICE -> new Sides(from.groupId(), piece.line().enterpriseId());
        };
    }

    private List<Drawn> numbered(ContractKind kind, Map<Sides, List<ContractItem>> bySides) {
        List<Drawn> drawn = new ArrayList<>();
        bySides.forEach((sides, items) -> drawn.add(drawn(kind, sides, items, drawn.size() + 1)));
        return drawn;
    }

    private Drawn drawn(ContractKind kind, Sides sides, List<ContractItem> items, int number) {
        String again = from.awardNumber() == 1 ? "" : "." + from.awardNumber();
        String code = "HT%s%s-%c%03d".formatted(from.roundCode().substring(from.roundCode().indexOf('-')), again, kind.letter(), number);
        ContractText text = new ContractText(1, stated.of(kind, from.feeRateBp(), items), "", from.groupId(), at, List.of());
        Contract bare = new Contract(ids.next(), code, from.roundId(), from.roundCode(), from.awardNumber(), kind, from.groupId(), sides.seller, sides.buyer,
                ContractStatus.DRAFTED, at, 1, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), items);
        ContractDocument document = ContractDocument.of(bare, text.number(), text.terms(), firms);
        ContractText sealed = new ContractText(1, text.terms(), document.sha256(), from.groupId(), at, List.of());
        return new Drawn(new Contract(bare.id(), code, bare.roundId(), bare.roundCode(), bare.awardNumber(), kind, bare.groupId(), bare.sellerId(), bare.buyerId(),
                ContractStatus.DRAFTED, at, 1, sealed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), items), document.json(), Optional.empty());
    }
}
