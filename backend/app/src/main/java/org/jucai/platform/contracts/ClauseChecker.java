package org.jucai.platform.contracts;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.rounds.RoundTerms;

/**
 * Looks through a version of a contract for what may not stand in it; each finding names the clause. Pure.
 *
 * @param mode of the round
 * @param firms all parties of the trades
 * @param circles one id for all who are connected with one another, for those who are
 * @param trades in goods that stand or are about to, the contract's own among them
 */
record ClauseChecker(RoundTerms.Mode mode, Map<UUID, Firm> firms, Map<UUID, UUID> circles, Set<Trade> trades) {

    /** 保障中小企业款项支付条例 art. 9. */
    static final int MOST_DAYS = 60;

    /** Goods go from one to the other. */
    record Trade(UUID seller, UUID buyer) {}

    ClauseChecker {
        firms = Map.copyOf(firms);
        circles = Map.copyOf(circles);
        trades = Set.copyOf(trades);
    }

    List<Finding> check(Contract contract, ContractTerms terms) {
        List<Finding> found = new ArrayList<>();
        payment(contract, terms, found);
        fee(terms, found);
        if (mode == RoundTerms.Mode.PRINCIPAL && terms.approvalReference().isEmpty()) found.add(new Finding(Finding.Clause.APPROVAL_MISSING, "/terms/approvalReference", Map.of()));
        connected(contract, found);
        if (contract.kind().sellsGoods()) loop(contract, found);
        formulas(contract, terms, found);
        for (int i = 0; i < terms.supplementary().size(); i++) {
            String where = "/terms/supplementary/" + i;
            ClauseText.findings(terms.supplementary().get(i), paysSmall(contract)).forEach((clause, words) -> found.add(new Finding(clause, where, Map.of("words", words))));
        }
        return found;
    }

    private void payment(Contract contract, ContractTerms terms, List<Finding> found) {
        if (terms.payment().trigger() == ContractTerms.Trigger.PAID_BY_OTHERS) found.add(new Finding(Finding.Clause.PAY_WHEN_PAID, "/terms/payment/trigger", Map.of()));
        if (paysSmall(contract) && terms.payment().days() > MOST_DAYS) {
            found.add(new Finding(Finding.Clause.PAYMENT_TOO_LATE, "/terms/payment/days", Map.of("days", terms.payment().days(), "limit", MOST_DAYS)));
        }
        if (terms.lateInterestPpmPerDay() == 0) found.add(new Finding(Finding.Clause.LATE_INTEREST_MISSING, "/terms/lateInterestPpmPerDay", Map.of()));
    }

    /** Whether a small or medium firm is paid by it. */
    private boolean paysSmall(Contract contract) {
        Firm seller = firms.get(contract.sellerId());
        return contract.kind() == ContractKind.SUPPLY && (seller == null || !seller.large());
    }

    private static void fee(ContractTerms terms, List<Finding> found) {
        if (terms.fee().basis() != ContractTerms.FeeBasis.OF_THE_GOODS) {
            found.add(new Finding(Finding.Clause.FEE_GROWS, "/terms/fee/basis", Map.of("basis", terms.fee().basis().name())));
        }
    }

    /** A formula is known to be monotone between its base prices only; beyond them it is not evaluated. */
    private static void formulas(Contract contract, ContractTerms terms, List<Finding> found) {
        for (int i = 0; i < terms.formulas().size(); i++) {
            ContractTerms.StampedFormula formula = terms.formulas().get(i);
            String where = "/terms/formulas/" + i;
            contract.items().stream().filter(item -> item.goods().grade().equals(formula.grade())).flatMap(item -> item.priced().stream())
                    .map(ContractItem.Priced::priceFenPerTonne).filter(price -> !formula.isFor(price)).findFirst()
                    .ifPresent(price -> found.add(new Finding(Finding.Clause.FORMULA_OF_OTHER_PRICES, where, Map.of("grade", formula.grade(), "name", formula.name(), "price", yuan(price),
                            "from", yuan(formula.fromFenPerTonne()), "to", yuan(formula.toFenPerTonne())))));
        }
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** Who sends the goods and who receives them are under one hand, or one firm. */
    private void connected(Contract contract, List<Finding> found) {
        Set<Trade> seen = new HashSet<>();
        for (int i = 0; i < contract.items().size(); i++) {
            ContractItem item = contract.items().get(i);
            Trade between = new Trade(item.supplierId(), item.enterpriseId());
            if (seen.add(between) && oneHand(between)) {
                found.add(new Finding(Finding.Clause.COMMON_CONTROLLER, "/items/" + i, Map.of("parties", between.seller + "," + between.buyer)));
            }
        }
    }

    private boolean oneHand(Trade between) {
        UUID circle = circles.get(between.seller);
        return itself(between.seller).equals(itself(between.buyer)) || circle != null && circle.equals(circles.get(between.buyer));
    }

    private String itself(UUID party) {
        Firm firm = firms.get(party);
        return firm == null ? party.toString() : firm.itself();
    }

    /** Goods that come back to who sold them: from the buyer over any number of trades to the seller. The way is found breadth first, so it is a shortest one. */
    private void loop(Contract contract, List<Finding> found) {
        Map<String, List<Trade>> onwards = trades.stream().collect(Collectors.groupingBy(trade -> itself(trade.seller)));
        String home = itself(contract.sellerId());
        Map<String, Trade> cameBy = new HashMap<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(itself(contract.buyerId())));
        while (!ahead.isEmpty() && !cameBy.containsKey(home)) {
            for (Trade trade : onwards.getOrDefault(ahead.removeFirst(), List.of())) {
                if (cameBy.putIfAbsent(itself(trade.buyer), trade) == null) ahead.addLast(itself(trade.buyer));
            }
        }
        boolean back = itself(contract.buyerId()).equals(home) || cameBy.containsKey(home);
        if (back) found.add(new Finding(Finding.Clause.CLOSED_LOOP, "/seller", Map.of("parties", String.join(",", way(contract, cameBy, home)))));
    }

    /** From the seller over the buyer back to the seller. */
    private List<String> way(Contract contract, Map<String, Trade> cameBy, String home) {
        List<String> way = new ArrayList<>(List.of(contract.sellerId().toString(), contract.buyerId().toString()));
        String at = home;
        List<String> back = new ArrayList<>();
        while (!at.equals(itself(contract.buyerId()))) {
            Trade last = cameBy.get(at);
            if (last == null) break;
            back.addFirst(last.buyer.toString());
            at = itself(last.seller);
        }
        way.addAll(back);
        return way;
    }
}
