package org.jucai.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.RoundTerms;
import org.junit.jupiter.api.Test;

class ContractRulesTest {

    private static final Instant NOW = DrawnContracts.AT.plusSeconds(60);
    private static final UUID PERSON = DrawnContracts.id("person");
    private static final SupplyGate OPEN = new SupplyGate(Kilograms.ZERO, 0);

    private final DrawnContracts.Drawn agency = new DrawnContracts(new Random(3)).drawn(RoundTerms.Mode.AGENCY);
    private final Contract supply = agency.of(ContractKind.SUPPLY).getFirst();
    private final Contract service = agency.of(ContractKind.SERVICE).getFirst();

    private static Contract does(Contract contract, UUID party, ContractCommand command) {
        Contract after = contract;
        for (ContractEvent event : decided(contract, party, command).orElseRefuse()) after = after.after(event, NOW);
        return after;
    }

    private static Decision<ContractEvent> decided(Contract contract, UUID party, ContractCommand command) {
        return ContractRules.decide(contract, command, new ContractRules.By(party, PERSON), NOW);
    }

    private static String refusal(Contract contract, UUID party, ContractCommand command) {
        try {
            decided(contract, party, command).orElseRefuse();
            return "";
        } catch (RefusedException refused) {
            return refused.refusal().name();
        }
    }

    private static ContractCommand.Sign signature(ContractText text) {
        return new ContractCommand.Sign(text.number(), text.sha256(), "RE_AUTHENTICATION", Optional.empty());
    }

    private static Contract sent(Contract contract) {
        return does(contract, contract.groupId(), new ContractCommand.Send(List.of()));
    }

    private static Contract signed(Contract contract) {
        Contract sent = sent(contract);
        Contract once = does(sent, sent.sellerId(), signature(sent.toSign()));
        return does(once, once.buyerId(), signature(once.toSign()));
    }

    private static ContractText next(Contract contract, int number) {
        return new ContractText(number, contract.text().terms(), "b".repeat(64), contract.groupId(), NOW, List.of());
    }

    @Test
    void aContractWithAFindingIsNotSent() {
        Finding finding = new Finding(Finding.Clause.PAY_WHEN_PAID, "/terms/payment/trigger", Map.of());
        assertThat(refusal(supply, supply.groupId(), new ContractCommand.Send(List.of(finding)))).isEqualTo("CONTRACT_CLAUSES_REFUSED");
        assertThat(refusal(sent(supply), supply.groupId(), new ContractCommand.Amend(next(supply, 2), List.of(finding)))).isEqualTo("CONTRACT_CLAUSES_REFUSED");
        assertThat(does(supply, supply.groupId(), new ContractCommand.Amend(next(supply, 2), List.of(finding))).text().number()).as("a draft may be wrong").isEqualTo(2);
    }

    @Test
    void bothSidesSignExactlyWhatTheyRead() {
        Contract sent = sent(service);
        ContractText text = sent.toSign();
        assertThat(refusal(sent, sent.buyerId(), new ContractCommand.Sign(1, "0".repeat(64), "x", Optional.empty()))).isEqualTo("CONTRACT_TEXT_OUTDATED");
        assertThat(refusal(sent, sent.buyerId(), new ContractCommand.Sign(2, text.sha256(), "x", Optional.empty()))).isEqualTo("CONTRACT_TEXT_OUTDATED");
        Contract once = does(sent, sent.sellerId(), signature(text));
        assertThat(once.status()).isEqualTo(ContractStatus.SIGNING);
        assertThat(refusal(once, sent.sellerId(), signature(text))).isEqualTo("CONTRACT_ALREADY_SIGNED");
        assertThat(refusal(once, DrawnContracts.id("stranger"), signature(text))).isEqualTo("CONTRACT_NOT_FOR_THIS_PARTY");
        assertThat(does(once, sent.buyerId(), signature(text)).status()).isEqualTo(ContractStatus.EFFECTIVE);
    }

    @Test
    void aChangedTextVoidsTheSignaturesOfTheOneBefore() {
        Contract once = does(sent(service), service.sellerId(), signature(service.text()));
        Contract changed = does(once, service.groupId(), new ContractCommand.Amend(next(service, 2), List.of()));
        assertThat(changed.text().signatures()).isEmpty();
        assertThat(refusal(changed, service.buyerId(), signature(service.text()))).isEqualTo("CONTRACT_TEXT_OUTDATED");
    }

    @Test
    void aSupplyContractWaitsUntilMembersSignedForItsTonnesAndTheirDepositsAreConfirmed() {
        Contract both = signed(supply);
        assertThat(both.status()).isEqualTo(ContractStatus.SIGNING);
        for (SupplyGate shut : List.of(new SupplyGate(new Kilograms(1), 0), new SupplyGate(Kilograms.ZERO, 1))) {
            assertThat(refusal(both, supply.groupId(), new ContractCommand.TakeEffect(shut))).isEqualTo("CONTRACT_STATE_DOES_NOT_ALLOW");
        }
        assertThat(refusal(sent(supply), supply.groupId(), new ContractCommand.TakeEffect(OPEN))).as("not signed").isEqualTo("CONTRACT_STATE_DOES_NOT_ALLOW");
        assertThat(does(both, supply.groupId(), new ContractCommand.TakeEffect(OPEN)).status()).isEqualTo(ContractStatus.EFFECTIVE);
    }

    @Test
    void theSignedVersionStandsUntilBothSignedTheNext() {
        Contract effective = signed(service);
        Contract proposed = does(effective, service.buyerId(), new ContractCommand.Amend(next(service, 2), List.of()));
        assertThat(proposed.text().number()).isEqualTo(1);
        assertThat(refusal(proposed, service.groupId(), new ContractCommand.Amend(next(service, 2), List.of()))).isEqualTo("CONTRACT_TEXT_OUTDATED");
        Contract once = does(proposed, service.buyerId(), signature(proposed.toSign()));
        assertThat(once.text().number()).isEqualTo(1);
        Contract both = does(once, service.sellerId(), signature(once.toSign()));
        assertThat(both.text().number()).isEqualTo(2);
        assertThat(both.amendment()).isEmpty();
        assertThat(both.status()).isEqualTo(ContractStatus.EFFECTIVE);
    }

    @Test
    void whoIsBoundIsReleasedByBothOnly() {
        Contract effective = signed(service);
        Contract wanted = does(effective, service.buyerId(), new ContractCommand.Terminate("停产"));
        assertThat(wanted.status()).isEqualTo(ContractStatus.EFFECTIVE);
        assertThat(does(wanted, service.buyerId(), new ContractCommand.Terminate("停产")).status()).as("the same side twice").isEqualTo(ContractStatus.EFFECTIVE);
        assertThat(does(wanted, service.sellerId(), new ContractCommand.Terminate("同意")).status()).isEqualTo(ContractStatus.TERMINATED);
        assertThat(does(sent(service), service.buyerId(), new ContractCommand.Terminate("不签")).status()).isEqualTo(ContractStatus.TERMINATED);
    }

    @Test
    void whatIsCarriedOutIsCompletedAndNotWhileSomethingIsOpenBetweenTheSides() {
        Contract effective = does(signed(supply), supply.groupId(), new ContractCommand.TakeEffect(OPEN));
        assertThat(refusal(effective, supply.groupId(), new ContractCommand.Complete(false))).isEqualTo("CONTRACT_STATE_DOES_NOT_ALLOW");
        Contract amending = does(effective, supply.buyerId(), new ContractCommand.Amend(next(supply, 2), List.of()));
        Contract ending = does(effective, supply.buyerId(), new ContractCommand.Terminate("停产"));
        Contract disputed = does(effective, supply.buyerId(), new ContractCommand.Dispute("争议"));
        for (Contract open : List.of(amending, ending, disputed, signed(supply))) {
            assertThat(refusal(open, supply.groupId(), new ContractCommand.Complete(true))).isEqualTo("CONTRACT_STATE_DOES_NOT_ALLOW");
        }
        assertThat(refusal(effective, supply.sellerId(), new ContractCommand.Complete(true))).as("by the clock only").isEqualTo("CONTRACT_NOT_FOR_THIS_PARTY");
        assertThat(does(effective, supply.groupId(), new ContractCommand.Complete(true)).status()).isEqualTo(ContractStatus.COMPLETED);
    }

    @Test
    void aCodeCountsHowOftenItsContractWasDrawn() {
        assertThat(List.of(RedrawDesk.again("HT-2027-0003-F001"), RedrawDesk.again("HT-2027-0003-F001-2"), RedrawDesk.again("HT-2027-0003.2-R012-9")))
                .containsExactly("HT-2027-0003-F001-2", "HT-2027-0003-F001-3", "HT-2027-0003.2-R012-10");
    }

    @Test
    void aDisputeEndsAsBothSay() {
        Contract disputed = does(signed(service), service.buyerId(), new ContractCommand.Dispute("水分争议"));
        assertThat(disputed.status()).isEqualTo(ContractStatus.DISPUTED);
        Contract offered = does(disputed, service.sellerId(), new ContractCommand.Resolve(Contract.Wish.GO_ON, "按仲裁检验结算"));
        assertThat(offered.status()).isEqualTo(ContractStatus.DISPUTED);
        assertThat(does(offered, service.buyerId(), new ContractCommand.Resolve(Contract.Wish.TERMINATE, "解除")).status()).as("they do not agree").isEqualTo(ContractStatus.DISPUTED);
        assertThat(does(offered, service.buyerId(), new ContractCommand.Resolve(Contract.Wish.GO_ON, "同意")).status()).isEqualTo(ContractStatus.EFFECTIVE);
    }

    @Test
    void whateverIsCommandedTerminalStatesAreNeverLeftAndNobodyIsBoundWithoutBothSignatures() {
        Random chance = new Random(20_261_123);
        Set<ContractStatus> reached = EnumSet.noneOf(ContractStatus.class);
        for (int walk = 0; walk < 3_000; walk++) {
            Contract contract = chance.nextBoolean() ? supply : service;
            for (int step = 0; step < 14; step++) {
                Contract before = contract;
                ContractCommand command = any(contract, chance);
                UUID by = List.of(contract.groupId(), contract.sellerId(), contract.buyerId()).get(chance.nextInt(3));
                if (decided(contract, by, command) instanceof Decision.Accepted<ContractEvent>(var events)) {
                    for (ContractEvent event : events) contract = contract.after(event, NOW);
                    assertThat(before.status().isTerminal()).isFalse();
                    assertThat(contract.version()).isEqualTo(before.version() + events.size());
                }
                reached.add(contract.status());
                if (contract.status() == ContractStatus.EFFECTIVE || contract.status() == ContractStatus.DISPUTED) assertThat(contract.signedByBoth(contract.text())).isTrue();
            }
        }
        assertThat(reached).as("the walks go everywhere").containsExactlyInAnyOrder(ContractStatus.values());
    }

    private static ContractCommand any(Contract contract, Random chance) {
        List<ContractCommand> commands = new ArrayList<>(List.of(new ContractCommand.Send(List.of()), signature(contract.toSign()), signature(contract.toSign()),
                new ContractCommand.Amend(next(contract, contract.toSign().number() + 1), List.of()), new ContractCommand.Dispute("争议"), new ContractCommand.RecordDeposit("B1"),
                new ContractCommand.Complete(chance.nextInt(3) == 0), new ContractCommand.TakeEffect(chance.nextBoolean() ? OPEN : new SupplyGate(new Kilograms(5), 0)), new ContractCommand.Resolve(Contract.Wish.GO_ON, "继续"),
                new ContractCommand.Resolve(Contract.Wish.TERMINATE, "解除")));
        if (chance.nextInt(4) == 0) commands.add(new ContractCommand.Terminate("解除"));
        return commands.get(chance.nextInt(commands.size()));
    }
}
