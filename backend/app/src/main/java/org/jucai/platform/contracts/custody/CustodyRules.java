package org.jucai.platform.contracts.custody;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Refusal;

/** Decides how parcels move (lifecycle: every kilogram is in one place, of one owner, in one pledge state). Mass is never made or lost. */
public final class CustodyRules {

    private CustodyRules() {}

    public static Decision<Moved> decide(Holding holding, CustodyCommand command) {
        return switch (command) {
            case CustodyCommand.Enter(Parcel parcel) -> holding.find(parcel.id()).isPresent()
                    ? refuse(CustodyRefusal.PARCELS_NOT_ALIKE)
                    : accept(new Moved(Moved.Kind.ENTERED, List.of(), List.of(parcel)));
            case CustodyCommand.Unload(var parcels, Place to, UUID owner) -> new Move(holding, Moved.Kind.UNLOADED, parcels)
                    .when(from -> unloads(from, to)).to(from -> new Standing(to, owner, from.pledgeeId(), true));
            case CustodyCommand.Pass(var parcels) -> new Move(holding, Moved.Kind.PASSED, parcels)
                    .when(from -> from.underTest() ? Optional.empty() : elsewhere()).to(Standing::passed);
            case CustodyCommand.Release(var parcels, UUID member) -> new Move(holding, Moved.Kind.RELEASED, parcels)
                    .when(from -> releases(from, member)).to(_ -> ownedBy(Place.Kind.MEMBER, member));
            case CustodyCommand.Return(var parcels, UUID supplier) -> new Move(holding, Moved.Kind.RETURNED, parcels)
                    .when(CustodyRules::returns).to(_ -> ownedBy(Place.Kind.SUPPLIER, supplier));
            case CustodyCommand.Pledge(var parcels, var pledgee) -> new Move(holding, Moved.Kind.PLEDGED, parcels)
                    .when(from -> pledges(from, pledgee)).to(from -> from.pledgedTo(pledgee));
            case CustodyCommand.Part part -> part(holding, part);
            case CustodyCommand.Join join -> join(holding, join);
        };
    }

    private static Standing ownedBy(Place.Kind place, UUID party) {
        return new Standing(new Place(place, party), party, Optional.empty(), false);
    }

    private static Optional<Refusal> unloads(Standing from, Place to) {
        boolean stays = to.kind() == Place.Kind.MEMBER || to.kind() == Place.Kind.STORE;
        return from.place().kind() == Place.Kind.TRUCK && stays ? Optional.empty() : elsewhere();
    }

    private static Optional<Refusal> releases(Standing from, UUID member) {
        boolean stays = from.place().kind() == Place.Kind.MEMBER || from.place().kind() == Place.Kind.STORE;
        boolean there = from.equals(ownedBy(Place.Kind.MEMBER, member));
        if (!stays || there) return elsewhere();
        if (from.underTest()) return Optional.of(CustodyRefusal.PARCEL_UNDER_TEST);
        return from.pledgeeId().map(_ -> CustodyRefusal.PARCEL_PLEDGED);
    }

    private static Optional<Refusal> returns(Standing from) {
        if (from.place().kind() == Place.Kind.SUPPLIER) return elsewhere();
        return from.pledgeeId().map(_ -> CustodyRefusal.PARCEL_PLEDGED);
    }

    /** One pledge at a time; what may still be rejected is no security. */
    private static Optional<Refusal> pledges(Standing from, Optional<UUID> pledgee) {
        if (from.place().kind() == Place.Kind.SUPPLIER || from.place().kind() == Place.Kind.TRUCK) return elsewhere();
        if (from.underTest()) return Optional.of(CustodyRefusal.PARCEL_UNDER_TEST);
        if (pledgee.isEmpty()) return from.pledgeeId().isPresent() ? Optional.empty() : elsewhere();
        return from.pledgeeId().map(_ -> CustodyRefusal.PARCEL_PLEDGED);
    }

    private static Optional<Refusal> elsewhere() {
        return Optional.of(CustodyRefusal.PARCEL_STANDS_ELSEWHERE);
    }

    private static Decision<Moved> part(Holding holding, CustodyCommand.Part part) {
        Optional<Parcel> whole = holding.find(part.parcelId());
        if (whole.isEmpty()) return refuse(CustodyRefusal.PARCEL_NOT_THERE);
        Kilograms parts = part.shares().stream().map(CustodyCommand.Share::mass).reduce(Kilograms.ZERO, Kilograms::plus);
        boolean nothing = part.shares().stream().anyMatch(share -> share.mass().kg() == 0);
        if (nothing || !parts.equals(whole.get().mass())) {
            return refuse(CustodyRefusal.PARCEL_PARTS_DIFFER, Map.of("wholeKg", whole.get().mass().kg(), "partsKg", parts.kg()));
        }
        return accept(new Moved(Moved.Kind.PARTED, List.of(part.parcelId()), part.shares().stream()
                .map(share -> new Parcel(share.newId(), whole.get().deliveryId(), share.mass(), whole.get().standing())).toList()));
    }

    private static Decision<Moved> join(Holding holding, CustodyCommand.Join join) {
        List<Parcel> parcels = join.parcelIds().stream().flatMap(id -> holding.find(id).stream()).toList();
        Set<UUID> distinct = new HashSet<>(join.parcelIds());
        if (distinct.size() < 2 || distinct.size() != join.parcelIds().size() || parcels.size() != distinct.size()) return refuse(CustodyRefusal.PARCEL_NOT_THERE);
        Parcel first = parcels.getFirst();
        boolean alike = parcels.stream().allMatch(each -> each.standing().equals(first.standing()) && each.deliveryId().equals(first.deliveryId()));
        if (!alike) return refuse(CustodyRefusal.PARCELS_NOT_ALIKE);
        Kilograms mass = parcels.stream().map(Parcel::mass).reduce(Kilograms.ZERO, Kilograms::plus);
        return accept(new Moved(Moved.Kind.JOINED, join.parcelIds(), List.of(new Parcel(join.newId(), first.deliveryId(), mass, first.standing()))));
    }

    /** Whole parcels that all go the same way, or none does. */
    private record Move(Holding holding, Moved.Kind kind, List<CustodyCommand.Moving> parcels, Function<Standing, Optional<Refusal>> check) {

        Move(Holding holding, Moved.Kind kind, List<CustodyCommand.Moving> parcels) {
            this(holding, kind, parcels, _ -> Optional.empty());
        }

        Move when(Function<Standing, Optional<Refusal>> rule) {
            return new Move(holding, kind, parcels, rule);
        }

        Decision<Moved> to(UnaryOperator<Standing> next) {
            Set<UUID> seen = new HashSet<>();
            List<Parcel> made = new ArrayList<>();
            if (parcels.isEmpty()) return refuse(CustodyRefusal.PARCEL_NOT_THERE);
            for (CustodyCommand.Moving moving : parcels) {
                Optional<Parcel> parcel = holding.find(moving.parcelId());
                if (parcel.isEmpty() || !seen.add(moving.parcelId())) return refuse(CustodyRefusal.PARCEL_NOT_THERE);
                Optional<Refusal> refusal = check.apply(parcel.get().standing());
                if (refusal.isPresent()) return refuse(refusal.get());
                made.add(new Parcel(moving.newId(), parcel.get().deliveryId(), parcel.get().mass(), next.apply(parcel.get().standing())));
            }
            return accept(new Moved(kind, List.copyOf(seen), made));
        }
    }
}
