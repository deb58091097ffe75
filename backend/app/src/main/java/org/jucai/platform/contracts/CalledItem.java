package org.jucai.platform.contracts;

import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * A supply contract's item with what was called off of it.
 *
 * @param entitled contracted, with what others passed on
 * @param share what its member is to get by now: of that, less what does not come
 * @param most of the share, with the tolerance; never exceeded
 * @param called by deliveries that are planned or came, less what was given back
 * @param open whether more may be called off: the supply contract and the member's own contract for the same goods both stand
 * @param held whether nothing is called off while a shortfall of it waits
 */
public record CalledItem(ContractItem item, UUID contractId, UUID roundId, UUID sellerId, UUID buyerId, UUID groupId, Kilograms entitled, Kilograms share, Kilograms most, Kilograms called, boolean open,
        boolean held, DeliveryTerms terms) {

    public Kilograms left() {
        return new Kilograms(Math.max(0, most.kg() - called.kg()));
    }
}
