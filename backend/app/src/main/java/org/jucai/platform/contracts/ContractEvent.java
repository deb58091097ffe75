package org.jucai.platform.contracts;

import java.util.Optional;
import java.util.UUID;

/** What happened to a contract. */
sealed interface ContractEvent {

    record ContractDrawn(String code, ContractKind kind, int awardNumber, long massKg, long totalFen, String sha256) implements ContractEvent {}

    record ContractSent(int number) implements ContractEvent {}

    record ContractAmended(ContractText text) implements ContractEvent {}

    record ContractSigned(int number, String sha256, UUID partyId, UUID personId, String sealedBy, Optional<String> sealReference) implements ContractEvent {}

    record ContractEffective(int number) implements ContractEvent {}

    /** Carried out: nothing more is called off. */
    record ContractCompleted() implements ContractEvent {}

    record ContractTerminated(String reason) implements ContractEvent {}

    record ContractDisputed(UUID by, String grounds) implements ContractEvent {}

    /** The dispute ended and the contract stands. */
    record ContractWentOn(String words) implements ContractEvent {}

    record ContractIntentStated(Contract.Intent intent) implements ContractEvent {}

    record DepositRecorded(Contract.Deposit deposit) implements ContractEvent {}
}
