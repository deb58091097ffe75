package org.jucai.platform.rounds.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.testing.Platform;

/** The 305 members of the demo workbooks, written into an association as its desks would leave them. */
final class XinmiRoll {

    private static final String SQL = """
            with made as (
                insert into party (id, kind, code, name_zh, uscc, scale, registered_at) values (?, 'ENTERPRISE', ?, ?, ?, 'ABOVE', now()) returning id
            ), joined as (
                insert into membership (id, association_id, member_id, state, applied_on, joined_on)
                select gen_random_uuid(), ?, id, 'ADMITTED', date '2025-01-01', date '2025-01-01' from made
            ), papers as (
                insert into evidence (id, party_id, kind, number, issuer, issued_on, expires_on, recorded_at)
                select gen_random_uuid(), made.id, kind, '91', '主管部门', date '2025-01-01', date '2030-12-31', now()
                from made, unnest(array['BUSINESS_LICENCE', 'ENVIRONMENTAL_PERMIT']) as kind
            )
            insert into delivery_point (id, enterprise_id, code, name, zone_code) select gen_random_uuid(), id, ?, ?, 'XM-A' from made
            """;

    private XinmiRoll() {}

    /** The folder of the demo workbooks, or null where the shared data are not at hand. */
    static @Nullable Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data/workbooks");
            if (Files.isDirectory(found)) return found;
        }
        return null;
    }

    /** Members by number: E001 to E{count}, made up the same way where the list itself is not at hand. */
    static void register(Platform platform, UUID association) throws SQLException, IOException {
        try (Connection connection = platform.databaseAs("jucai_worker", "worker"); PreparedStatement insert = connection.prepareStatement(SQL)) {
            for (String[] row : rows()) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, row[0]);
                insert.setString(3, row[2]);
                insert.setString(4, row[1]);
                insert.setObject(5, association);
                insert.setString(6, row[7]);
                insert.setString(7, row[8]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<String[]> rows() throws IOException {
        Path folder = folder();
        if (folder == null) throw new IllegalStateException("no shared data above " + Path.of("").toAbsolutePath());
        return Files.readAllLines(folder.resolve("enterprises.csv")).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /** A line of one of them; {@code day} tells lines of the same member and grade apart. */
    static DemandLine line(String[] member, String grade, long tonnes, LocalDate day, String remark) {
        return new DemandLine(member[0], member[1], member[2], grade, List.of(), null, tonnes * 1_000, null, null, member[8], null,
                day, LocalDate.of(2026, 4, 30), null, remark);
    }
}
