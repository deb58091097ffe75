package org.jucai.platform.contracts.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.contracts.AmountInWords;
import org.jucai.platform.contracts.CalledItem;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractLine;
import org.jucai.platform.contracts.ContractText;
import org.jucai.platform.contracts.DrawingDesk;
import org.jucai.platform.contracts.Finding;
import org.jucai.platform.contracts.SupplyGate;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.ContractClause;
import org.jucai.spec.model.ContractCommand;
import org.jucai.spec.model.ContractDeposit;
import org.jucai.spec.model.ContractFinding;
import org.jucai.spec.model.ContractIntent;
import org.jucai.spec.model.ContractKind;
import org.jucai.spec.model.ContractSignature;
import org.jucai.spec.model.ContractStatus;
import org.jucai.spec.model.ContractVersion;
import org.jucai.spec.model.ContractWait;
import org.jucai.spec.model.HeldContract;
import org.springframework.stereotype.Component;

/** Contracts as they leave by HTTP. */
@Component
class ContractViews {

    private final Words words;
    private final ShownTerms terms;

    ContractViews(Words words, ShownTerms terms) {
        this.words = words;
        this.terms = terms;
    }

    /** A contract with what its reader is told beside it. @param gate of a supply contract that waits; {@code again}: its goods may be covered again */
    record Seen(Contract contract, Optional<SupplyGate> gate, List<Finding> findings, Map<UUID, CalledItem> called, Map<UUID, PartyName> names, boolean again) {}

    org.jucai.spec.model.Contract show(Seen seen, Caller caller) {
        Contract contract = seen.contract;
        List<ContractCommand> allowed = new ArrayList<>(ContractBoard.allowed(contract, caller.actor().partyId(), caller.now()).stream().map(act -> ContractCommand.valueOf(act.name())).toList());
        if (seen.again && caller.actor().actsFor(contract.groupId())) allowed.add(ContractCommand.REDRAW);
        return new org.jucai.spec.model.Contract().id(contract.id()).code(contract.code()).roundId(contract.roundId()).roundCode(contract.roundCode())
                .awardNumber(contract.awardNumber()).kind(ContractKind.valueOf(contract.kind().name())).sellerId(contract.sellerId())
                .sellerName(ItemViews.name(seen.names, contract.sellerId())).buyerId(contract.buyerId()).buyerName(ItemViews.name(seen.names, contract.buyerId()))
                .groupId(contract.groupId()).groupName(ItemViews.name(seen.names, contract.groupId())).status(ContractStatus.valueOf(contract.status().name()))
                .statusSince(contract.statusSince()).version(contract.version()).massKg(contract.mass().kg()).totalFen(contract.totalFen())
                .totalInWords(AmountInWords.of(contract.totalFen()))
                .items(contract.items().stream().map(item -> ItemViews.show(item, seen.called.get(item.id()), seen.names)).toList())
                .text(version(contract.text(), seen.names)).amendment(contract.amendment().map(text -> version(text, seen.names)).orElse(null))
                .intent(contract.intent().map(intent -> intent(intent, seen.names)).orElse(null))
                .deposit(contract.deposit().map(paid -> new ContractDeposit(paid.reference(), paid.recordedAt())).orElse(null)).reason(contract.reason().orElse(null))
                .findings(seen.findings.stream().map(finding -> finding(finding, caller.locale(), seen.names)).toList()).waits(waits(seen)).allowedCommands(allowed)
                .serverTime(caller.now());
    }

    private static List<ContractWait> waits(Seen seen) {
        Contract contract = seen.contract;
        List<ContractWait> waits = new ArrayList<>();
        boolean signing = contract.status() == org.jucai.platform.contracts.ContractStatus.SIGNING || contract.amendment().isPresent();
        if (signing) {
            Stream.of(contract.sellerId(), contract.buyerId()).filter(party -> !contract.toSign().isSignedBy(party))
                    .forEach(party -> waits.add(new ContractWait(ContractWait.WhatEnum.SIGNATURE).partyName(ItemViews.name(seen.names, party))));
        }
        seen.gate.ifPresent(gate -> {
            if (gate.uncovered().kg() > 0) waits.add(new ContractWait(ContractWait.WhatEnum.MEMBER_CONTRACTS).massKg(gate.uncovered().kg()));
            if (gate.withoutDeposit() > 0) waits.add(new ContractWait(ContractWait.WhatEnum.DEPOSITS).contracts(gate.withoutDeposit()));
        });
        return waits;
    }

    private ContractVersion version(ContractText text, Map<UUID, PartyName> names) {
        return new ContractVersion(text.number(), terms.of(text.terms()), text.sha256(), text.writtenAt(), text.signatures().stream()
                .map(each -> new ContractSignature(each.partyId(), each.at(), each.sealedBy()).partyName(ItemViews.name(names, each.partyId()))
                        .sealReference(each.sealReference().orElse(null)))
                .toList()).writtenByName(ItemViews.name(names, text.writtenBy()));
    }

    private static ContractIntent intent(Contract.Intent intent, Map<UUID, PartyName> names) {
        return new ContractIntent(ContractIntent.WishEnum.valueOf(intent.wish().name()), intent.by(), intent.words(), intent.at()).byName(ItemViews.name(names, intent.by()));
    }

    private ContractFinding finding(Finding finding, Locale locale, Map<UUID, PartyName> names) {
        Map<String, Object> facts = new HashMap<>(finding.facts());
        if (facts.get("parties") instanceof String parties) facts.put("parties", named(parties, names, finding.clause() == Finding.Clause.CLOSED_LOOP ? " → " : words.say("contracts.clause.and", locale, Map.of())));
        String key = "contracts.clause." + finding.clause() + (facts.containsKey("words") ? ".words" : "");
        return new ContractFinding(ContractClause.valueOf(finding.clause().name()), finding.where(), words.say(key, locale, facts),
                words.say("contracts.advice." + finding.clause(), locale, facts));
    }

    /** Firms on a way from one to the next, or side by side. */
    private static String named(String parties, Map<UUID, PartyName> names, String between) {
        return Stream.of(parties.split(",")).map(UUID::fromString).map(id -> Optional.ofNullable(ItemViews.name(names, id)).orElse("…")).collect(Collectors.joining(between));
    }

    HeldContract held(DrawingDesk.Held held, Locale locale, Map<UUID, PartyName> names) {
        return new HeldContract(held.contractId(), held.code(), held.findings().stream().map(finding -> finding(finding, locale, names)).toList());
    }

    static org.jucai.spec.model.ContractLine line(ContractLine line, Map<UUID, PartyName> names) {
        Contract contract = line.contract();
        return new org.jucai.spec.model.ContractLine(contract.id(), contract.code(), contract.roundId(), contract.roundCode(), contract.awardNumber(),
                ContractKind.valueOf(contract.kind().name()), contract.sellerId(), contract.buyerId(), contract.groupId(), ContractStatus.valueOf(contract.status().name()),
                contract.statusSince(), line.massKg(), line.totalFen(), line.items(), contract.toSign().signatures().stream().map(ContractText.Signature::partyId).toList(),
                contract.amendment().isPresent()).sellerName(ItemViews.name(names, contract.sellerId())).buyerName(ItemViews.name(names, contract.buyerId()));
    }

    /** Parties whose names stand in these findings. */
    static Stream<UUID> mentioned(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.facts().get("parties") instanceof String parties ? Stream.of(parties.split(",")).map(UUID::fromString) : Stream.empty());
    }
}
