package org.jucai.platform.membership;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Fen;

/**
 * A supplier's word on its size. A later one takes its place; none is edited.
 *
 * @param newest no later one took its place
 * @param verdicts what associations found of it, each at most once
 */
public record SizeStatement(UUID id, UUID supplierId, Stated stated, Instant statedAt, boolean newest, List<Verdict> verdicts) {

    public SizeStatement {
        verdicts = List.copyOf(verdicts);
    }

    /** What an association may do next about it. */
    public Set<String> allowedCommands(UUID associationId) {
        return newest && verdicts.stream().noneMatch(one -> one.associationId().equals(associationId)) ? Set.of("confirm", "refuse") : Set.of();
    }

    /** By whose figures the standard goes: 工业 for kilns and mines, 批发业 for traders and importers. */
    public enum Trade { INDUSTRY, WHOLESALE }

    /**
     * What was stated.
     *
     * @param year of the figures
     * @param workers 从业人员, persons
     * @param revenue 营业收入 of the year
     */
    public record Stated(SizeClass size, Trade trade, int year, int workers, Fen revenue) {}

    /** @param confirmed false where the association found otherwise: it then does not count in the association's rounds */
    public record Verdict(UUID associationId, String associationNameZh, boolean confirmed, String reason, Instant judgedAt) {}
}
