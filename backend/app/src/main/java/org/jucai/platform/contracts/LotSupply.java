package org.jucai.platform.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * What suppliers bring of a lot by the contracts of its award, as far as the transaction's parties may read.
 *
 * @param awardNumber the version of the award
 * @param parts by item
 */
public record LotSupply(UUID lotId, UUID roundId, String roundCode, UUID associationId, UUID groupId, int awardNumber, List<Part> parts) {

    public LotSupply {
        parts = List.copyOf(parts);
    }

    /** One supplier's. */
    public List<Part> of(UUID seller) {
        return parts.stream().filter(part -> part.sellerId().equals(seller)).toList();
    }

    /** What one supplier brings for one line. */
    public record Part(ContractItem item, UUID contractId, String contractCode, ContractStatus status, UUID sellerId, UUID buyerId, boolean covered, Optional<UUID> heldBy, Figures figures) {

        /** Nothing more is called off: the supply contract ended, or the member's own did while this one binds. */
        public boolean isClosed() {
            boolean bound = status == ContractStatus.EFFECTIVE || status == ContractStatus.DISPUTED;
            return status.isTerminal() || bound && !covered;
        }

        /** Called off: there already, or on its way; of a surplus within the tolerance no more than was agreed. */
        public Kilograms least() {
            return figures.called().compareTo(figures.entitled()) > 0 ? figures.entitled() : figures.called();
        }

        /** The most that may still become its share. */
        public Kilograms most() {
            return isClosed() ? least() : figures.entitled();
        }
    }

    /**
     * How much.
     *
     * @param movedKg taken over from other members, or passed on (negative)
     * @param shortKg of it does not come
     * @param called by trucks that are planned or came
     */
    public record Figures(Kilograms contracted, long movedKg, long shortKg, Kilograms called, int toleranceBp) {

        public Kilograms entitled() {
            return new Kilograms(contracted.kg() + movedKg);
        }

        /** What its member is to get by now. */
        public Kilograms share() {
            return new Kilograms(contracted.kg() + movedKg - shortKg);
        }
    }

    /**
     * One supplier's part of a lot in sums.
     *
     * @param key where the page after begins
     * @param share by now, {@code called} of it
     * @param dueOn the last day of its term, without the days that control periods add
     * @param ended whether a contract of it ended early
     * @param held whether a shortfall of it waits
     */
    public record Line(UUID key, UUID lotId, String lotCode, UUID roundId, String roundCode, UUID sellerId, Goods goods, Kilograms entitled, Kilograms share, Kilograms called,
            LocalDate dueOn, boolean ended, boolean held) {}

    public record Goods(String grade, String size, String packing) {}
}
