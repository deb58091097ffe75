package org.jucai.platform.contracts.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.contracts.ContractStatus;
import org.jucai.platform.contracts.Finding;
import org.jucai.platform.contracts.RedrawDesk;
import org.jucai.platform.contracts.SupplyGate;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what is shown beside a contract. */
@Component
class SeenContracts {

    private final ContractBoard board;
    private final RedrawDesk redraws;
    private final MembershipBoard members;

    SeenContracts(ContractBoard board, RedrawDesk redraws, MembershipBoard members) {
        this.board = board;
        this.redraws = redraws;
        this.members = members;
    }

    /** Findings are told while the text can still change: of a draft, of what is being signed, and of a proposed amendment. */
    Mono<ContractViews.Seen> of(Tx tx, Contract contract) {
        boolean open = contract.status() == ContractStatus.DRAFTED || contract.status() == ContractStatus.SIGNING || contract.amendment().isPresent();
        boolean waits = contract.kind() == ContractKind.SUPPLY && (contract.status() == ContractStatus.DRAFTED || contract.status() == ContractStatus.SIGNING);
        Mono<List<Finding>> findings = open ? board.findings(contract) : Mono.just(List.of());
        Mono<Optional<SupplyGate>> gate = waits ? board.gate(contract).map(Optional::of) : Mono.just(Optional.empty());
        return Mono.zip(findings, gate, board.called(tx, contract.id()), redraws.isOpen(tx, contract)).flatMap(known -> members.names(parties(contract, known.getT1()))
                .map(names -> new ContractViews.Seen(contract, known.getT2(), known.getT1(), known.getT3(), names, known.getT4())));
    }

    private static Set<UUID> parties(Contract contract, List<Finding> findings) {
        Set<UUID> all = new HashSet<>(Set.of(contract.sellerId(), contract.buyerId()));
        all.add(contract.groupId());
        all.add(contract.text().writtenBy());
        contract.items().forEach(item -> all.addAll(Set.of(item.enterpriseId(), item.supplierId())));
        ContractViews.mentioned(findings).forEach(all::add);
        return all;
    }

    Mono<Map<UUID, PartyName>> names(Set<UUID> parties) {
        return members.names(parties);
    }
}
