package org.jucai.platform.rounds.trucks;

import java.util.List;

/**
 * Truck loads of a set of lots. For the secretariat: it shows who could travel with whom.
 *
 * @param lots each lot by itself, in the order given
 * @param shared trucks for the part loads where lots of the same zone may share them too
 * @param leastShared no plan needs fewer trucks for the part loads
 */
public record TruckPlan(List<LotLoads> lots, List<SharedTruck> shared, long leastShared) {

    public TruckPlan {
        lots = List.copyOf(lots);
        shared = List.copyOf(shared);
    }

    /**
     * One lot by itself.
     *
     * @param lot its index in the list that was planned
     * @param fullTrucks sum over its lines of the trucks each fills alone
     * @param parts what remains, one per line that has a remainder
     * @param together its part loads in as few trucks as were found
     * @param leastTogether no plan needs fewer
     */
    public record LotLoads(int lot, long fullTrucks, List<PartLoad> parts, List<SharedTruck> together, long leastTogether) {

        public LotLoads {
            parts = List.copyOf(parts);
            together = List.copyOf(together);
        }

        /** Trips saved against one trip per part load. */
        public long savedTrips() {
            return parts.size() - together.size();
        }

        public boolean isProven() {
            return together.size() == leastTogether;
        }
    }

    public long fullTrucks() {
        return lots.stream().mapToLong(LotLoads::fullTrucks).sum();
    }

    /** Trips if every part load travels alone. */
    public long tripsAlone() {
        return lots.stream().mapToLong(lot -> lot.parts().size()).sum();
    }

    /** Trips saved by sharing, across lots. */
    public long savedTrips() {
        return tripsAlone() - shared.size();
    }

    public boolean isProven() {
        return shared.size() == leastShared;
    }
}
