package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the database itself shows to the application's role, whatever the application asks. */
@PlatformTest
@Import(World.class)
class RowSecurityTest {

    private static final List<String> OF_MEMBERS = List.of("demand_line", "lot", "lot_line", "line_reading", "event", "pooling_report",
            "round_answer", "confirmation_link", "pool_cell", "pool_member", "pool_head");

    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void everyTableForcesRowLevelSecurityAndHasAPolicy() throws SQLException {
        List<List<String>> tables = rows("jucai_app", "app", null, """
                select c.relname, c.relrowsecurity, c.relforcerowsecurity, (select count(*) from pg_policy p where p.polrelid = c.oid) > 0,
                       pg_get_userbyid(c.relowner)
                from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
                """);
        assertThat(tables).hasSizeGreaterThan(20);
        for (List<String> table : tables) assertThat(table.subList(1, 5)).as(table.getFirst()).containsExactly("t", "t", "t", "jucai_owner");
    }

    @Test
    void theApplicationsRolesAreNeitherSuperuserNorOwnerNorExempt() throws SQLException {
        assertThat(rows("jucai_app", "app", null, """
                select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, pg_has_role(rolname, 'jucai_owner', 'member')
                from pg_roles where rolname in ('jucai_app', 'jucai_worker') order by rolname
                """)).containsExactly(List.of("jucai_app", "f", "f", "f", "f", "f"), List.of("jucai_worker", "f", "f", "f", "f", "f"));
    }

    @Test
    void withNoPartyOrAnotherNothingOfMembersIsSeenAndWithItsOwnItIs() throws SQLException {
        World.Association xinmi = world.association(2);
        UUID round = world.collectingRound(xinmi);
        UUID line = xinmi.buyerOf(0).submits(round, world.line(World.BEST, 600)).id();
        xinmi.secretariat().get("/api/demand-lines/" + line).ok();
        xinmi.secretariat().does("/api/rounds/" + round + "/lock", Map.of("reason", "提前锁定")).ok();
        xinmi.secretariat().does("/api/rounds/" + round + "/pool", null).ok();
        world.poolIsFolded();
        for (String table : OF_MEMBERS) {
            assertThat(seen(table, null, round)).as("%s without a party", table).isZero();
            assertThat(seen(table, xinmi.buyerOf(1).party(), round)).as("%s by another member", table).isZero();
        }
        for (String table : List.of("demand_line", "lot", "lot_line", "line_reading", "event")) {
            assertThat(seen(table, xinmi.buyerOf(0).party(), round)).as("%s by its owner", table).isPositive();
        }
        for (String table : List.of("demand_line", "lot", "lot_line", "event", "pooling_report")) {
            assertThat(seen(table, xinmi.id(), round)).as("%s by the association", table).isPositive();
        }
    }

    @Test
    void aPartyWritesNothingInAnothersName() throws SQLException {
        World.Association xinmi = world.association(2);
        UUID round = world.collectingRound(xinmi);
        UUID line = xinmi.buyerOf(0).submits(round, world.line(World.BEST, 600)).id();
        String another = xinmi.buyerOf(1).party().toString();
        assertThat(changed(another, "update demand_line set remark = 'x' where id = '" + line + "'")).isZero();
        assertThat(changed(another, "update round set status = 'LOCKED' where id = '" + round + "'")).isLessThanOrEqualTo(0);
        assertThat(changed(another, "insert into line_reading select gen_random_uuid(), '" + round + "', '" + line + "', '" + another
                + "', gen_random_uuid(), '" + xinmi.id() + "', 'LIST', now()")).isEqualTo(-1);
        assertThat(changed(xinmi.id().toString(), "update event set type = 'x' where round_id = '" + round + "'")).as("the log is not edited").isEqualTo(-1);
        assertThat(changed(xinmi.id().toString(), "delete from demand_line where id = '" + line + "'")).isEqualTo(-1);
        assertThat(changed(xinmi.buyerOf(0).party().toString(), "update demand_line set remark = 'x' where id = '" + line + "'")).isEqualTo(1);
    }

    @Test
    void theRecordOfAnAnsweredKeyIsSeenAndWrittenByItsOwnActorAlone() throws SQLException {
        World.Association xinmi = world.association(2);
        UUID round = world.collectingRound(xinmi);
        xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).ok();
        UUID owner = xinmi.buyerOf(0).person();
        String mine = "select 1 from idempotency_record where actor_id = '" + owner + "'";
        assertThat(asActor(owner, mine)).as("its own").isPositive();
        assertThat(asActor(xinmi.buyerOf(1).person(), mine)).as("another's").isZero();
        assertThat(asActor(null, "select 1 from idempotency_record")).as("nobody").isZero();
        String forged = "insert into idempotency_record (actor_id, key, body_hash, at) values ('" + owner + "', 'forged-key-1', '\\x00', now()) returning 1";
        assertThat(asActor(xinmi.buyerOf(1).person(), forged)).as("written in another's name").isEqualTo(-1);
        assertThat(asActor(owner, forged)).isEqualTo(1);
    }

    /** Rows that came, rolled back; −1 where the database refuses. */
    private int asActor(UUID actor, String sql) throws SQLException {
        try (Connection connection = platform.databaseAs("jucai_app", "app"); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (actor != null) statement.execute("set local jucai.actors = '{" + actor + "}'");
            int came = 0;
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) came++;
            } catch (SQLException refused) {
                assertThat(refused.getSQLState()).isEqualTo("42501");
                came = -1;
            }
            connection.rollback();
            return came;
        }
    }

    /** Rows of the round in the table; none where the role may not even ask. */
    private int seen(String table, UUID party, UUID round) throws SQLException {
        try {
            return rows("jucai_app", "app", party, "select 1 from " + table + " where round_id = '" + round + "'").size();
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo("42501");
            return 0;
        }
    }

    /** Rows changed, rolled back; −1 where the database refuses. */
    private int changed(String party, String sql) throws SQLException {
        try (Connection connection = platform.databaseAs("jucai_app", "app"); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local jucai.parties = '{" + party + "}'");
            try {
                return statement.executeUpdate(sql);
            } catch (SQLException refused) {
                assertThat(refused.getSQLState()).isEqualTo("42501");
                return -1;
            } finally {
                connection.rollback();
            }
        }
    }

    private List<List<String>> rows(String role, String password, UUID party, String sql) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (Connection connection = platform.databaseAs(role, password); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (party != null) statement.execute("set local jucai.parties = '{" + party + "}'");
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) row.add(rows.getString(i));
                    found.add(row);
                }
            }
            connection.rollback();
        }
        return found;
    }
}
