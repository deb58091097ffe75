package org.jucai.platform.award.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Awards when several act at once, or one dies in the middle. */
@PlatformTest
@Import(DecidedRounds.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class AwardRacesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired DecidedRounds decided;
    @Autowired AwardWorld awards;
    @Autowired World world;
    @Autowired Platform platform;
    @Autowired Database database;
    @Autowired ObjectionDesk objections;

    /** In the last millisecond, by the clock that the request was judged by. */
    private String objects(AwardWorld.Opened opened, Client member, Instant at) {
        Actor actor = new Actor(member.person(), member.party(), PartyKind.ENTERPRISE, Set.of(Role.MEMBER_BUYER), Set.of(), Actor.Entry.SESSION, false);
        try {
            database.write(Scope.of(actor), tx -> objections.raise(new Asking(tx, actor, at), opened.round(), null, "最后一刻的异议")).block(PATIENCE);
            return "";
        } catch (RefusedException refusal) {
            return refusal.refusal().name();
        }
    }

    @Test
    void anObjectionInTheLastMillisecondIsCountedOrToldThatItIsTooLateAndNeverLost() throws Exception {
        for (int i = 0; i < 6; i++) {
            AwardWorld.Opened opened = decided.publicised();
            Instant until = decided.publicUntil(opened);
            Client member = opened.us().buyerOf(0);
            List<Callable<String>> acts = new ArrayList<>(List.of(() -> "finalise: " + decided.finalised(opened, until), () -> "object: " + objects(opened, member, until.minusMillis(1))));
            List<String> told = Together.all(acts);
            boolean counted = told.contains("object: ");
            assertThat(told).as("%s", told).isIn(List.of("finalise: OBJECTION_STILL_OPEN", "object: "), List.of("finalise: ", "object: OBJECTION_TOO_LATE"));
            assertThat(awards.sql("select count(*) from award_objection where round_id = '" + opened.round() + "'")).isEqualTo(counted ? "1" : "0");
            assertThat(awards.sql("select status from award where round_id = '" + opened.round() + "'")).isEqualTo(counted ? "PUBLICISED" : "FINAL");
        }
    }

    @Test
    void ofManyWhoFinaliseAtOnceOneDoesAndEachLineGetsItsShareOnce() throws Exception {
        AwardWorld.Opened opened = decided.publicised();
        decided.noticeEnds(opened);
        List<Callable<String>> acts = new ArrayList<>();
        for (int i = 0; i < 6; i++) acts.add(() -> decided.finalised(opened));
        List<String> told = Together.all(acts);
        assertThat(told).containsOnlyOnce("").containsOnly("", "ROUND_STATE_DOES_NOT_ALLOW");
        assertThat(awards.sql("select count(*) || ' ' || sum(mass_kg) from allocation where round_id = '" + opened.round() + "'")).isEqualTo("4 160000");
    }

    /** The connection of whoever publicises dies in the middle of the transaction, as with the process that holds it. */
    @Test
    void whoeverDiesWhilePublicisingOrFinalisingLeavesAllOrNothing() throws Exception {
        AwardWorld.Opened opened = decided.proposed();
        String before = awards.sql("select status || ' ' || version from round where id = '" + opened.round() + "'");
        killedWhileTheAwardIsHeld(opened, () -> decided.refused(opened, opened.at("/publicise"), Map.of()));
        assertThat(awards.sql("select status || ' ' || version from round where id = '" + opened.round() + "'")).isEqualTo(before);
        assertThat(awards.sql("select status from award where round_id = '" + opened.round() + "'")).isEqualTo("PROPOSED");
        assertThat(awards.sql("select count(*) from event where round_id = '" + opened.round() + "' and type in ('AwardPublicised', 'AwardNoticed')")).isEqualTo("0");
        decided.publicised(opened);
        decided.noticeEnds(opened);
        killedWhileTheAwardIsHeld(opened, () -> dies(opened));
        assertThat(awards.sql("select status from round where id = '" + opened.round() + "'")).isEqualTo("PUBLICISED");
        assertThat(awards.sql("select count(*) from allocation where round_id = '" + opened.round() + "'")).isEqualTo("0");
        assertThat(awards.sql("select string_agg(distinct status, ',') from demand_line where round_id = '" + opened.round() + "'")).isEqualTo("POOLED");
        assertThat(decided.finalised(opened)).as("and is done by the next").isEmpty();
    }

    private String dies(AwardWorld.Opened opened) {
        try {
            return decided.finalised(opened);
        } catch (RuntimeException died) {
            return "died";
        }
    }

    /** Holds the award's row, waits until the act waits for it in its transaction, and ends that transaction's backend. */
    private void killedWhileTheAwardIsHeld(AwardWorld.Opened opened, Callable<String> act) throws SQLException {
        try (Connection holder = platform.databaseAs("postgres", "postgres")) {
            holder.setAutoCommit(false);
            holder.createStatement().executeQuery("select 1 from award where round_id = '" + opened.round() + "' for update");
            CompletableFuture<String> acting = CompletableFuture.supplyAsync(() -> {
                try {
                    return act.call();
                } catch (Exception failure) {
                    return failure.toString();
                }
            });
            Awaitility.await().atMost(PATIENCE).until(() -> awards.sql("""
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock' and query ilike '%update award set%' and pid <> pg_backend_pid()""").equals("1"));
            holder.rollback();
            assertThat(acting.join()).isNotEmpty();
        }
    }
}
