package org.jucai.platform.contracts;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;

/** Decides what may become of a contract (lifecycle: contract). Pure. */
final class ContractRules {

    private ContractRules() {}

    /** Who commands: a person of a party to the contract, or of the finance group. */
    record By(UUID partyId, UUID personId) {}

    static Decision<ContractEvent> decide(Contract contract, ContractCommand command, By by, Instant now) {
        if (!mayCommand(contract, command, by.partyId)) return refuse(ContractRefusal.CONTRACT_NOT_FOR_THIS_PARTY);
        return switch (command) {
            case ContractCommand.Send(var findings) -> send(contract, findings);
            case ContractCommand.Amend(var next, var findings) -> amend(contract, next, findings);
            case ContractCommand.Sign sign -> sign(contract, sign, by);
            case ContractCommand.Terminate(var reason) -> terminate(contract, reason, by, now);
            case ContractCommand.Dispute(var grounds) -> dispute(contract, grounds, by);
            case ContractCommand.Resolve(var wish, var words) -> resolve(contract, new Contract.Intent(wish, by.partyId, words, now));
            case ContractCommand.RecordDeposit(var reference) -> deposit(contract, new Contract.Deposit(reference, by.personId, now));
            case ContractCommand.TakeEffect(var gate) -> takeEffect(contract, gate);
            case ContractCommand.Complete(var carriedOut) -> complete(contract, carriedOut);
        };
    }

    /** The finance group sends and books deposits; only who is bound by a contract signs it, disputes it or settles the dispute. */
    private static boolean mayCommand(Contract contract, ContractCommand command, UUID party) {
        boolean group = party.equals(contract.groupId());
        return switch (command) {
            case ContractCommand.Send _, ContractCommand.RecordDeposit _, ContractCommand.TakeEffect _, ContractCommand.Complete _ -> group;
            case ContractCommand.Amend _ -> group || contract.isParty(party) && contract.status() != ContractStatus.DRAFTED;
            case ContractCommand.Terminate _ -> contract.isParty(party) || group && !isBound(contract);
            case ContractCommand.Sign _, ContractCommand.Dispute _, ContractCommand.Resolve _ -> contract.isParty(party);
        };
    }

    /** What this party may do next. */
    static List<ContractBoard.Act> allowed(Contract contract, UUID party, Instant now) {
        ContractText text = contract.toSign();
        ContractText next = new ContractText(text.number() + 1, text.terms(), text.sha256(), party, now, List.of());
        Map<ContractBoard.Act, ContractCommand> asked = new EnumMap<>(ContractBoard.Act.class);
        asked.put(ContractBoard.Act.SEND, new ContractCommand.Send(List.of()));
        asked.put(ContractBoard.Act.AMEND, new ContractCommand.Amend(next, List.of()));
        asked.put(ContractBoard.Act.SIGN, new ContractCommand.Sign(text.number(), text.sha256(), "", Optional.empty()));
        asked.put(ContractBoard.Act.TERMINATE, new ContractCommand.Terminate(""));
        asked.put(ContractBoard.Act.DISPUTE, new ContractCommand.Dispute(""));
        asked.put(ContractBoard.Act.RESOLVE, new ContractCommand.Resolve(Contract.Wish.GO_ON, ""));
        asked.put(ContractBoard.Act.RECORD_DEPOSIT, new ContractCommand.RecordDeposit(""));
        By by = new By(party, party);
        return asked.entrySet().stream().filter(each -> decide(contract, each.getValue(), by, now) instanceof Decision.Accepted<ContractEvent>).map(Map.Entry::getKey).toList();
    }

    private static boolean isBound(Contract contract) {
        return contract.status() == ContractStatus.EFFECTIVE || contract.status() == ContractStatus.DISPUTED;
    }

    private static Decision<ContractEvent> send(Contract contract, List<Finding> findings) {
        if (contract.status() != ContractStatus.DRAFTED) return not(contract);
        return findings.isEmpty() ? accept(new ContractEvent.ContractSent(contract.text().number())) : refused(findings);
    }

    /** In dispute too: a changed text may be what settles it. */
    private static Decision<ContractEvent> amend(Contract contract, ContractText next, List<Finding> findings) {
        if (contract.status().isTerminal()) return not(contract);
        if (next.number() != contract.toSign().number() + 1) return refuse(ContractRefusal.CONTRACT_TEXT_OUTDATED, Map.of("number", contract.toSign().number()));
        boolean draft = contract.status() == ContractStatus.DRAFTED;
        return draft || findings.isEmpty() ? accept(new ContractEvent.ContractAmended(next)) : refused(findings);
    }

    private static Decision<ContractEvent> refused(List<Finding> findings) {
        return refuse(ContractRefusal.CONTRACT_CLAUSES_REFUSED, Map.of("clauses", String.join(", ", Finding.names(findings)), "first", findings.getFirst().clause().name()));
    }

    /** Exactly the version that was read is signed. Between the finance group and a member both signatures make it effective; upstream the gate must open too. */
    private static Decision<ContractEvent> sign(Contract contract, ContractCommand.Sign sign, By by) {
        boolean open = contract.status() == ContractStatus.SIGNING || isBound(contract) && contract.amendment().isPresent();
        if (!open) return not(contract);
        ContractText text = contract.toSign();
        if (sign.number() != text.number() || !sign.sha256().equals(text.sha256())) return refuse(ContractRefusal.CONTRACT_TEXT_OUTDATED, Map.of("number", text.number()));
        if (text.isSignedBy(by.partyId)) return refuse(ContractRefusal.CONTRACT_ALREADY_SIGNED);
        List<ContractEvent> events = new ArrayList<>();
        events.add(new ContractEvent.ContractSigned(text.number(), text.sha256(), by.partyId, by.personId, sign.sealedBy(), sign.sealReference()));
        boolean both = text.isSignedBy(by.partyId.equals(contract.sellerId()) ? contract.buyerId() : contract.sellerId());
        if (both && contract.status() == ContractStatus.SIGNING && contract.kind().coversSupply()) events.add(new ContractEvent.ContractEffective(text.number()));
        return new Decision.Accepted<>(events);
    }

    /** Before anybody is bound either side steps back; afterwards both must want it. */
    private static Decision<ContractEvent> terminate(Contract contract, String reason, By by, Instant now) {
        return switch (contract.status()) {
            case DRAFTED, SIGNING -> accept(new ContractEvent.ContractTerminated(reason));
            case EFFECTIVE, DISPUTED -> agree(contract, new Contract.Intent(Contract.Wish.TERMINATE, by.partyId, reason, now));
            case COMPLETED, TERMINATED -> not(contract);
        };
    }

    private static Decision<ContractEvent> dispute(Contract contract, String grounds, By by) {
        return contract.status() == ContractStatus.EFFECTIVE ? accept(new ContractEvent.ContractDisputed(by.partyId, grounds)) : not(contract);
    }

    private static Decision<ContractEvent> resolve(Contract contract, Contract.Intent wanted) {
        return contract.status() == ContractStatus.DISPUTED ? agree(contract, wanted) : not(contract);
    }

    private static Decision<ContractEvent> agree(Contract contract, Contract.Intent wanted) {
        boolean agreed = contract.intent().filter(said -> said.wish() == wanted.wish() && !said.by().equals(wanted.by())).isPresent();
        if (!agreed) return accept(new ContractEvent.ContractIntentStated(wanted));
        return switch (wanted.wish()) {
            case TERMINATE -> accept(new ContractEvent.ContractTerminated(wanted.words()));
            case GO_ON -> accept(new ContractEvent.ContractWentOn(wanted.words()));
        };
    }

    private static Decision<ContractEvent> deposit(Contract contract, Contract.Deposit paid) {
        if (!contract.kind().coversSupply() || contract.deposit().isPresent()) return refuse(ContractRefusal.DEPOSIT_NOT_FOR_THIS_CONTRACT);
        return contract.status().isTerminal() ? not(contract) : accept(new ContractEvent.DepositRecorded(paid));
    }

    private static Decision<ContractEvent> takeEffect(Contract contract, SupplyGate gate) {
        boolean ready = contract.status() == ContractStatus.SIGNING && contract.signedByBoth(contract.text()) && gate.isOpen();
        return ready ? accept(new ContractEvent.ContractEffective(contract.text().number())) : not(contract);
    }

    /** Not while somebody disputes it, nor while other terms wait for signatures. */
    private static Decision<ContractEvent> complete(Contract contract, boolean carriedOut) {
        boolean ready = contract.status() == ContractStatus.EFFECTIVE && contract.amendment().isEmpty() && contract.intent().isEmpty() && carriedOut;
        return ready ? accept(new ContractEvent.ContractCompleted()) : not(contract);
    }

    private static Decision<ContractEvent> not(Contract contract) {
        return refuse(ContractRefusal.CONTRACT_STATE_DOES_NOT_ALLOW, Map.of("status", contract.status()));
    }
}
