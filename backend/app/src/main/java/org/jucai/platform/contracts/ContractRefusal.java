package org.jucai.platform.contracts;

import org.jucai.platform.kernel.Refusal;

/** Why a contract is not drawn, sent, signed, amended, called off or ended. */
enum ContractRefusal implements Refusal {
    NO_FINAL_AWARD(409),
    ALLOCATIONS_NOT_CONFIRMED(409),
    CONTRACTS_ALREADY_DRAWN(409),
    CONTRACTS_BEGAN(409),
    PURCHASING_PARTY_UNKNOWN(409),
    PURCHASING_PARTY_OF_ANOTHER_KIND(422),
    CONTRACT_CLAUSES_REFUSED(422),
    CONTRACT_STATE_DOES_NOT_ALLOW(409),
    CONTRACT_TEXT_OUTDATED(409),
    CONTRACT_ALREADY_SIGNED(409),
    CONTRACT_NOT_FOR_THIS_PARTY(403),
    DEPOSIT_NOT_FOR_THIS_CONTRACT(409),
    DEPOSIT_REFERENCE_USED(409),
    FORMULA_OF_ANOTHER_ASSOCIATION(422),
    FORMULA_GRADE_NOT_DRAWN(422),
    NOTHING_TO_COVER_AGAIN(409),
    CALL_OFF_EXCEEDS_CONTRACT(409),
    CALL_OFF_NOT_COVERED(409),
    CALL_OFF_HELD(409);

    private final int status;

    ContractRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
