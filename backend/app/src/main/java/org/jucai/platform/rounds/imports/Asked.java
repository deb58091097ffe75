package org.jucai.platform.rounds.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.membership.RollEntry;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.demand.DemandDesk;
import org.jucai.platform.rounds.demand.DemandEvent;
import org.jucai.platform.rounds.demand.DemandRefusal;
import org.jucai.platform.rounds.demand.DemandTerms;
import org.jucai.platform.rounds.demand.GrainSize;
import org.jucai.platform.rounds.demand.Invoices;
import org.jucai.platform.rounds.demand.Packing;
import org.jucai.platform.rounds.demand.Payment;
import org.jucai.platform.rounds.workbook.DemandLine;

/**
 * A row on its way to a demand line.
 *
 * @param key what the row says, digested
 * @param wanted what is asked of the demand desk, or empty where the enterprise is no longer a member
 */
record Asked(int ordinal, String key, Optional<DemandDesk.Wanted> wanted) {

    static Asked of(ImportedRow row, Map<String, RollEntry> rollByCode) {
        DemandLine line = Objects.requireNonNull(row.row().line(), "a row that is entered has a line");
        return new Asked(row.ordinal(), digest(line), Optional.ofNullable(rollByCode.get(line.enterpriseId()))
                .map(member -> new DemandDesk.Wanted(member.id(), terms(line, member))));
    }

    Optional<SqlMadeLines.Claim> claim() {
        return wanted.map(one -> new SqlMadeLines.Claim(key, one.enterpriseId()));
    }

    Entered entered(Decision<DemandEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<DemandEvent>(var events) ->
                    new Entered(ordinal, ImportedRow.Outcome.CREATED, events.getFirst().line().id(), null, Map.of());
            case Decision.Refused<DemandEvent>(var refusal, var facts) ->
                    new Entered(ordinal, ImportedRow.Outcome.REFUSED, null, refusal.name(), facts);
        };
    }

    Entered notPlaced() {
        return wanted.isPresent()
                ? new Entered(ordinal, ImportedRow.Outcome.ALREADY_THERE, null, null, Map.of())
                : new Entered(ordinal, ImportedRow.Outcome.REFUSED, null, DemandRefusal.NOT_A_MEMBER_OF_ASSOCIATION.name(), Map.of());
    }

    /** What workbooks do not say is what most members want: lumps, loose, on one invoice, paid in cash. */
    private static DemandTerms terms(DemandLine line, RollEntry member) {
        return new DemandTerms(
                Stream.concat(Stream.of(line.grade()), line.substitutes().stream()).distinct().toList(), false,
                Optional.ofNullable(line.minimumKg()).map(Kilograms::new), new Kilograms(line.targetKg()),
                Optional.ofNullable(line.maximumKg()).map(Kilograms::new),
                Optional.ofNullable(line.priceCapFenPerTonne()).map(FenPerTonne::new), place(line, member),
                new DateWindow(line.deliveryFrom(), line.deliveryTo()), Optional.empty(), GrainSize.LUMP, Packing.BULK, List.of(),
                Invoices.ONE, line.payment() == org.jucai.platform.rounds.workbook.Payment.FINANCED ? Payment.FINANCED : Payment.CASH,
                List.of(), line.remark());
    }

    private static Optional<UUID> place(DemandLine line, RollEntry member) {
        return member.points().stream()
                .filter(point -> point.code().equals(line.deliveryPointId()) || point.name().equals(line.deliveryPlace()))
                .map(RollEntry.Point::id).findFirst();
    }

    /** All that a row asks for; its remark does not make it another one. */
    static String digest(DemandLine line) {
        String said = Stream.of(line.enterpriseId(), line.grade(), line.substitutes(), line.minimumKg(), line.targetKg(), line.maximumKg(),
                        line.priceCapFenPerTonne(), line.deliveryPlace(), line.deliveryFrom(), line.deliveryTo(), line.payment())
                .map(String::valueOf).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
