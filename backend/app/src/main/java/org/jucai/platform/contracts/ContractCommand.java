package org.jucai.platform.contracts;

import java.util.List;
import java.util.Optional;

/** What a party, or the finance group as agent, wants of a contract. */
sealed interface ContractCommand {

    /** To both sides for signing. @param findings of the clause checker */
    record Send(List<Finding> findings) implements ContractCommand {
        public Send {
            findings = List.copyOf(findings);
        }
    }

    /** The next version. @param findings of the clause checker in it */
    record Amend(ContractText next, List<Finding> findings) implements ContractCommand {
        public Amend {
            findings = List.copyOf(findings);
        }
    }

    /** @param number and {@code sha256}: of the version that was read */
    record Sign(int number, String sha256, String sealedBy, Optional<String> sealReference) implements ContractCommand {}

    record Terminate(String reason) implements ContractCommand {}

    record Dispute(String grounds) implements ContractCommand {}

    record Resolve(Contract.Wish wish, String words) implements ContractCommand {}

    record RecordDeposit(String reference) implements ContractCommand {}

    /** By the clock. @param carriedOut what all who were asked say of the goods */
    record Complete(boolean carriedOut) implements ContractCommand {}

    /** By the clock. @param gate what is still missing upstream */
    record TakeEffect(SupplyGate gate) implements ContractCommand {}
}
