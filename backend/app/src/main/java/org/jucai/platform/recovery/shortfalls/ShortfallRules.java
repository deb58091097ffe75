package org.jucai.platform.recovery.shortfalls;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jucai.platform.contracts.ContractStatus;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;

/** Decides who states a shortfall, how little may be stated, and who ends it how. Pure. */
final class ShortfallRules {

    private ShortfallRules() {}

    /**
     * What is stated.
     *
     * @param termOver whether all that is still open is overdue, control periods counted in
     */
    record Asked(LotSupply supply, UUID sellerId, Kilograms comes, boolean termOver) {

        List<LotSupply.Part> own() {
            return supply.of(sellerId);
        }

        long sum(ToLongFunction<LotSupply.Part> of) {
            return own().stream().mapToLong(of).sum();
        }
    }

    /** By the supplier at any time; by the finance group once the term is over or a contract ended: until then the supplier may still bring it all. */
    static Decision<Asked> state(Asked asked, UUID party) {
        List<LotSupply.Part> own = asked.own();
        boolean group = party.equals(asked.supply.groupId());
        if (!group && !party.equals(asked.sellerId)) return refuse(ShortfallRefusal.SHORTFALL_STEP_OF_ANOTHER_PARTY);
        if (own.stream().allMatch(part -> part.status() == ContractStatus.DRAFTED || part.status() == ContractStatus.SIGNING)) return refuse(ShortfallRefusal.SHORTFALL_BEFORE_CONTRACTS_STAND);
        if (own.stream().anyMatch(part -> part.heldBy().isPresent())) return refuse(ShortfallRefusal.SHORTFALL_STATED_ALREADY);
        boolean ended = own.stream().anyMatch(part -> part.status() == ContractStatus.TERMINATED);
        if (group && !asked.termOver && !ended) return refuse(ShortfallRefusal.SHORTFALL_WHILE_THE_TERM_RUNS);
        return bounded(asked);
    }

    private static Decision<Asked> bounded(Asked asked) {
        long least = asked.sum(part -> part.least().kg());
        long most = asked.sum(part -> part.most().kg());
        long comes = asked.comes.kg();
        if (comes < least) return refuse(ShortfallRefusal.SHORTFALL_BELOW_WHAT_COMES, Map.of("leastKg", least));
        if (comes > most) return refuse(ShortfallRefusal.SHORTFALL_ABOVE_WHAT_MAY_COME, Map.of("mostKg", most));
        boolean known = comes == asked.sum(part -> part.figures().share().kg()) && asked.own().stream().allMatch(part -> part.figures().share().compareTo(part.most()) <= 0);
        boolean none = comes >= asked.sum(part -> part.figures().entitled().kg());
        return known || none ? refuse(ShortfallRefusal.SHORTFALL_IS_NONE) : accept(asked);
    }

    /** Before what comes is looked at. */
    static Decision<Shortfall> mayDivide(Shortfall shortfall, UUID party) {
        if (!party.equals(shortfall.of().groupId())) return refuse(ShortfallRefusal.SHORTFALL_STEP_OF_ANOTHER_PARTY);
        return shortfall.status() == Shortfall.Status.STATED ? accept(shortfall) : refuse(ShortfallRefusal.SHORTFALL_ENDED_ALREADY);
    }

    /** By the finance group. @param division of what is called off by now */
    static Decision<Shortfall> divide(Shortfall shortfall, Actor actor, Division division, Instant now) {
        return end(shortfall, actor, actor.partyId().equals(shortfall.of().groupId()), new End(Shortfall.Status.DIVIDED, "", Optional.of(division), now));
    }

    static Decision<Shortfall> insist(Shortfall shortfall, Actor actor, String words, Instant now) {
        return end(shortfall, actor, actor.partyId().equals(shortfall.of().groupId()), new End(Shortfall.Status.INSISTED, words, Optional.empty(), now));
    }

    /** By the party that stated it. */
    static Decision<Shortfall> withdraw(Shortfall shortfall, Actor actor, String words, Instant now) {
        return end(shortfall, actor, actor.partyId().equals(shortfall.stated().partyId()), new End(Shortfall.Status.WITHDRAWN, words, Optional.empty(), now));
    }

    private record End(Shortfall.Status status, String words, Optional<Division> division, Instant now) {}

    private static Decision<Shortfall> end(Shortfall shortfall, Actor actor, boolean may, End how) {
        if (!may) return refuse(ShortfallRefusal.SHORTFALL_STEP_OF_ANOTHER_PARTY);
        if (shortfall.status() != Shortfall.Status.STATED) return refuse(ShortfallRefusal.SHORTFALL_ENDED_ALREADY);
        return accept(shortfall.ended(how.status, new Shortfall.Ended(actor.partyId(), actor.personId(), how.now, how.words), how.division));
    }

    static List<Shortfall.Act> offered(Shortfall shortfall, UUID party) {
        if (shortfall.status() != Shortfall.Status.STATED) return List.of();
        Stream<Shortfall.Act> group = party.equals(shortfall.of().groupId()) ? Stream.of(Shortfall.Act.DIVIDE, Shortfall.Act.INSIST) : Stream.of();
        Stream<Shortfall.Act> own = party.equals(shortfall.stated().partyId()) ? Stream.of(Shortfall.Act.WITHDRAW) : Stream.of();
        return Stream.concat(group, own).toList();
    }
}
