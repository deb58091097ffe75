package org.jucai.platform.bidding.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OpenedRoundStory;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What the database itself shows of an opening to the application's role, and lets it do, whatever the application asks. */
@PlatformTest
@Import({OpenedRoundStory.class, World.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class OpeningRowSecurityTest {

    private static final long DENIED = -1;

    @Autowired OpenedRoundStory story;
    @Autowired BidWorld bids;
    @Autowired World world;
    @Autowired Platform platform;

    private OpenedRoundStory.Offered round;

    @Test
    void anOfferIsSeenByItsSupplierAndThoseWhoJudgeAndTheOpeningByThoseWhoWatch() {
        round = story.opened(story.offered(2));
        UUID us = round.round().us().id();
        UUID bank = round.round().trustees().parties().get(1);
        Client bystander = bids.supplier(round.round());
        for (String table : List.of("bid", "opened_offer")) {
            assertThat(seen(table, null)).as("%s without a party", table).isZero();
            assertThat(seen(table, bystander.party())).as("%s by another supplier", table).isZero();
            assertThat(seen(table, bank)).as("%s by a trustee that judges nothing", table).isZero();
            assertThat(seen(table, round.supplier(0).party())).as("%s by its supplier", table).isEqualTo(seen(table, us) / 2);
        }
        for (String table : List.of("opening_envelope", "opening_section", "opening_release")) {
            assertThat(seen(table, null)).as("%s without a party", table).isZero();
            assertThat(seen(table, bystander.party())).as("%s by another supplier", table).isZero();
            for (UUID watcher : List.of(us, bank, round.supplier(0).party())) assertThat(seen(table, watcher)).as(table).isPositive();
        }
    }

    @Test
    void nobodyReadsReleasesHeadersOrContentsPastTheOffersThemselves() {
        round = story.opened(story.offered(2));
        UUID us = round.round().us().id();
        assertThat(asked(us, "select count(release) from opening_release")).isEqualTo(DENIED);
        assertThat(asked(us, "select count(header) from opening_envelope")).isEqualTo(DENIED);
        assertThat(asked(us, "select count(content) from opening_section")).isEqualTo(DENIED);
    }

    @Test
    void aTrusteeSpeaksUnderItsOwnNumberAndNobodyRewritesWhatWasOpened() {
        round = story.closed(story.offered(2));
        UUID us = round.round().us().id();
        UUID bank = round.round().trustees().parties().get(1);
        assertThat(changed(bank, word(bank, 1))).as("in another trustee's place").isEqualTo(DENIED);
        assertThat(changed(us, word(bank, 2))).as("in another trustee's name").isEqualTo(DENIED);
        assertThat(changed(round.supplier(0).party(), word(round.supplier(0).party(), 2))).as("by who is no trustee").isEqualTo(DENIED);
        assertThat(changed(bank, word(bank, 2))).isEqualTo(1);
        round = story.opened(story.offered(2));
        UUID others = round.round().us().id();
        assertThat(changed(others, "update opening_release set judged = true")).isEqualTo(DENIED);
        assertThat(changed(others, "update bid set content = '{}'")).isEqualTo(DENIED);
        assertThat(changed(others, "update opening_section set state = 'LEFT_SHUT' where state = 'OPENED'")).as("only what is disputed is left shut").isZero();
        assertThat(changed(others, "insert into opening select round_id, call + 1, association_id, phase, 1, now() from opening limit 1")).isEqualTo(DENIED);
    }

    private String word(UUID party, int trustee) {
        return """
                insert into opening_release (round_id, call, supplier_id, trustee, phase, party_id, released_by, released_at, sha256, release)
                values ('%s', 1, '%s', %d, 'HEADERS', '%s', '%s', now(), 'x', '{}')
                """.formatted(round.id(), round.supplier(0).party(), trustee, party, party);
    }

    private long seen(String table, @Nullable UUID party) {
        return asked(party, "select count(*) from " + table + " where round_id = '" + round.id() + "'");
    }

    private long asked(@Nullable UUID party, String question) {
        try (Connection app = platform.databaseAs("jucai_app", "app"); Statement statement = app.createStatement()) {
            if (party != null) statement.execute("set jucai.parties = '{" + party + "}'");
            try (ResultSet found = statement.executeQuery(question)) {
                found.next();
                return found.getLong(1);
            }
        } catch (SQLException denied) {
            return DENIED;
        }
    }

    /** Rolled back whatever it does. */
    private long changed(UUID party, String change) {
        try (Connection app = platform.databaseAs("jucai_app", "app"); Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("set jucai.parties = '{" + party + "}'");
            long rows = statement.executeUpdate(change);
            app.rollback();
            return rows;
        } catch (SQLException denied) {
            return DENIED;
        }
    }
}
