package org.jucai.platform.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * A contract as it stands.
 *
 * @param awardNumber the version of the award it was drawn from
 * @param groupId 财源方: party in principal mode and of services, agent otherwise
 * @param version counts its events
 * @param text what stands: the newest version before anybody is bound, the one signed by both afterwards
 * @param amendment a later version that not both have signed yet
 * @param intent what one side proposes and the other has not agreed to
 * @param deposit the bank's confirmation of the member's purchase deposit, as it was recorded
 * @param reason why it was terminated, disputed or went on
 */
public record Contract(UUID id, String code, UUID roundId, String roundCode, int awardNumber, ContractKind kind, UUID groupId, UUID sellerId, UUID buyerId,
        ContractStatus status, Instant statusSince, long version, ContractText text, Optional<ContractText> amendment, Optional<Intent> intent,
        Optional<Deposit> deposit, Optional<String> reason, List<ContractItem> items) {

    /** The stream of its events. */
    static final String STREAM = "contract";

    /** What both sides must want. */
    public enum Wish {
        /** 协商解除. */
        TERMINATE,
        /** 争议解决，继续履行. */
        GO_ON
    }

    /** @param by the party */
    public record Intent(Wish wish, UUID by, String words, Instant at) {}

    /** @param reference of the bank's confirmation; each counts once */
    public record Deposit(String reference, UUID recordedBy, Instant recordedAt) {}

    public Contract {
        items = List.copyOf(items);
    }

    /** Whether the party signs it. */
    public boolean isParty(UUID party) {
        return party.equals(sellerId) || party.equals(buyerId);
    }

    /** The version that waits for signatures: an amendment, or the contract's own text. */
    public ContractText toSign() {
        return amendment.orElse(text);
    }

    public Kilograms mass() {
        return new Kilograms(items.stream().mapToLong(item -> item.mass().kg()).sum());
    }

    public long totalFen() {
        return items.stream().mapToLong(item -> item.money().totalFen()).sum();
    }

    boolean signedByBoth(ContractText version) {
        return version.isSignedBy(sellerId) && version.isSignedBy(buyerId);
    }

    Contract after(ContractEvent event, Instant at) {
        return (switch (event) {
            case ContractEvent.ContractDrawn _ -> this;
            case ContractEvent.ContractSent _ -> to(ContractStatus.SIGNING, at, Optional.empty());
            case ContractEvent.ContractAmended(var next) -> amended(next);
            case ContractEvent.ContractSigned signed -> signed(signed, at);
            case ContractEvent.ContractEffective _ -> to(ContractStatus.EFFECTIVE, at, Optional.empty());
            case ContractEvent.ContractCompleted() -> to(ContractStatus.COMPLETED, at, Optional.empty());
            case ContractEvent.ContractTerminated(var why) -> to(ContractStatus.TERMINATED, at, Optional.of(why));
            case ContractEvent.ContractDisputed(_, var grounds) -> to(ContractStatus.DISPUTED, at, Optional.of(grounds));
            case ContractEvent.ContractWentOn(var words) -> to(ContractStatus.EFFECTIVE, at, Optional.of(words));
            case ContractEvent.ContractIntentStated(var wanted) -> with(text, amendment, Optional.of(wanted), deposit);
            case ContractEvent.DepositRecorded(var paid) -> with(text, amendment, intent, Optional.of(paid));
        }).counted();
    }

    /** Before anybody is bound the new text replaces the old one, whose signatures mean nothing any more. */
    private Contract amended(ContractText next) {
        boolean bound = status == ContractStatus.EFFECTIVE || status == ContractStatus.DISPUTED;
        return bound ? with(text, Optional.of(next), intent, deposit) : with(next, Optional.empty(), intent, deposit);
    }

    private Contract signed(ContractEvent.ContractSigned event, Instant at) {
        ContractText signed = toSign().signed(new ContractText.Signature(event.partyId(), event.personId(), at, event.sealedBy(), event.sealReference()));
        if (amendment.isEmpty()) return with(signed, Optional.empty(), intent, deposit);
        return signedByBoth(signed) ? with(signed, Optional.empty(), intent, deposit) : with(text, Optional.of(signed), intent, deposit);
    }

    private Contract to(ContractStatus next, Instant at, Optional<String> why) {
        return new Contract(id, code, roundId, roundCode, awardNumber, kind, groupId, sellerId, buyerId, next, at, version, text,
                next.isTerminal() ? Optional.empty() : amendment, Optional.empty(), deposit, why, items);
    }

    private Contract with(ContractText standing, Optional<ContractText> later, Optional<Intent> wanted, Optional<Deposit> paid) {
        return new Contract(id, code, roundId, roundCode, awardNumber, kind, groupId, sellerId, buyerId, status, statusSince, version, standing, later, wanted, paid, reason, items);
    }

    private Contract counted() {
        return new Contract(id, code, roundId, roundCode, awardNumber, kind, groupId, sellerId, buyerId, status, statusSince, version + 1, text, amendment, intent, deposit,
                reason, items);
    }
}
