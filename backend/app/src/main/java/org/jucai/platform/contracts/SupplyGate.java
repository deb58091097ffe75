package org.jucai.platform.contracts;

import org.jucai.platform.kernel.Kilograms;

/**
 * 以销定采: what a supply contract still waits for once both sides have signed it.
 *
 * @param uncovered mass for which no signed contract with a member stands
 * @param withoutDeposit members' contracts whose deposit the bank has not confirmed
 */
public record SupplyGate(Kilograms uncovered, int withoutDeposit) {

    public boolean isOpen() {
        return uncovered.kg() == 0 && withoutDeposit == 0;
    }
}
