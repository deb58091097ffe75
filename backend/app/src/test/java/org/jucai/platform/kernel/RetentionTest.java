package org.jucai.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PlatformTest
@Import(World.class)
class RetentionTest {

    /** More than go in one transaction. */
    private static final int MANY = 2_300;

    @Autowired Retention retention;
    @Autowired TestClock clock;
    @Autowired Platform platform;
    @Autowired World world;

    @Test
    void whatIsOlderThanItsTermGoesInManySmallTransactionsAndWhatIsYoungerStays() throws SQLException {
        change("insert into idempotency_record (actor_id, key, body_hash, at) select gen_random_uuid(), 'old-key-' || n, '\\x00', " + ago("30 days 1 minute")
                + " from generate_series(1, " + MANY + ") n");
        change("insert into idempotency_record (actor_id, key, body_hash, at) values (gen_random_uuid(), 'young-key', '\\x00', " + ago("29 days 23 hours") + ")");
        change("insert into access_audit (entry_id, kind, occurred_at, address, device, times) values "
                + "(gen_random_uuid(), 'OLD', " + ago("401 days") + ", '', '', 1), (gen_random_uuid(), 'YOUNG', " + ago("399 days") + ", '', '', 1)");
        change("insert into text_message_outbox (id, phone, purpose, body, queued_at, sent_at, good_until) values "
                + "(gen_random_uuid(), '13800000000', 'old', '', " + ago("100 days") + ", " + ago("91 days") + ", " + ago("93 days") + "), "
                + "(gen_random_uuid(), '13800000000', 'young', '', " + ago("100 days") + ", " + ago("89 days") + ", " + ago("93 days") + "), "
                + "(gen_random_uuid(), '13800000000', 'waiting', 'x', " + ago("100 days") + ", null, " + ago("-1 days") + ")");
        assertThat(retention.clear().block(Duration.ofSeconds(60))).isEqualTo(MANY + 2);
        assertThat(count("idempotency_record where key like 'old-key-%'")).isZero();
        assertThat(count("idempotency_record where key = 'young-key'")).isEqualTo(1);
        assertThat(count("access_audit where kind = 'OLD'")).isZero();
        assertThat(count("access_audit where kind = 'YOUNG'")).isEqualTo(1);
        assertThat(count("text_message_outbox where purpose = 'old'")).isZero();
        assertThat(count("text_message_outbox where purpose in ('young', 'waiting')")).as("what waits is never deleted").isEqualTo(2);
        assertThat(retention.clear().block(Duration.ofSeconds(60))).isZero();
    }

    @Test
    void anAnsweredKeyIsGoodUntilItsTermIsOver() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        String submit = "/api/rounds/" + round + "/demand-lines";
        UUID first = xinmi.buyerOf(0).does("a-key-kept", submit, world.line(World.BEST, 60)).id();
        retention.clear().block(Duration.ofSeconds(60));
        assertThat(xinmi.buyerOf(0).does("a-key-kept", submit, world.line(World.BEST, 60)).id()).isEqualTo(first);
    }

    private String ago(String interval) {
        return "timestamptz '" + clock.instant() + "' - interval '" + interval + "'";
    }

    private void change(String sql) throws SQLException {
        try (Connection all = platform.databaseAs("postgres", "postgres"); Statement statement = all.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private int count(String what) throws SQLException {
        try (Connection all = platform.databaseAs("postgres", "postgres"); Statement statement = all.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
