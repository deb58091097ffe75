package org.jucai.platform.award.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What the database itself shows of an award at public notice, whatever the application asks. */
@PlatformTest
@Import(DecidedRounds.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class SheetSecurityTest {

    @Autowired AwardWorld awards;
    @Autowired DecidedRounds decided;
    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void whatAnAwardWasChosenByIsReadByTheAssociationAuditorsAndSupervisorsAndInNoRowThatOthersSee() throws SQLException {
        AwardWorld.Opened opened = decided.publicised();
        long compared = opened.us().secretariat().get(opened.at("/award")).ok().path("comparedMilliFen").asLong();
        assertThat(compared).isPositive();
        List<@Nullable UUID> others = new ArrayList<>();
        others.add(null);
        others.addAll(List.of(opened.us().buyerOf(0).party(), opened.suppliers().getFirst(), world.association(0).id(), world.other(PartyKind.REGULATOR, Role.REGULATOR).party()));
        for (UUID other : others) {
            assertThat(rows(other, "award", opened)).as("the notice, to %s", other).singleElement().asString()
                    .doesNotContain(String.valueOf(compared)).doesNotContain("compared");
            assertThat(rows(other, "award_inside", opened)).as("the inside, to %s", other).isEmpty();
        }
        for (UUID insider : List.of(opened.us().id(), world.other(PartyKind.AUDITOR, Role.AUDITOR).party(), world.other(PartyKind.SUPERVISOR, Role.SUPERVISOR).party())) {
            assertThat(rows(insider, "award_inside", opened)).singleElement().asString().contains("\"compared_milli_fen\": " + compared);
        }
    }

    @Test
    void inATenderTheNoticeNamesNobodyWhoNeitherWonNorIsAReserve() throws SQLException {
        List<AwardWorld.Offer> four = new ArrayList<>(AwardWorld.offers());
        for (int supplier = 2; supplier < 6; supplier++) {
            for (int lot = 0; lot < 2; lot++) four.add(new AwardWorld.Offer(supplier, lot, 1_000, 200_000, List.of(new AwardWorld.Tier(0, 200_000 + 1_000L * supplier))));
        }
        AwardWorld.Opened opened = awards.opened("EVALUATED", AwardWorld.lines(), _ -> List.of(), four);
        awards.sql("update round set terms = terms || '{\"profile\": \"TENDER\"}' where id = '" + opened.round() + "' returning id");
        decided.asks(opened, opened.at("/award/propose"), Map.of("runId", decided.computed(opened).toString(), "decision",
                Map.of("by", "COMMITTEE", "reasons", "按评标办法", "lots", List.of())));
        decided.publicised(opened);
        String notice = rows(null, "award", opened).getFirst();
        UUID last = opened.suppliers().get(5);
        assertThat(rows(opened.us().id(), "award_inside", opened).getFirst()).contains(last.toString());
        assertThat(notice).contains(opened.suppliers().getFirst().toString()).doesNotContain(last.toString());
        assertThat(world.nobody().get(opened.at("/award")).ok().at("/lots/0/others").valueStream().map(other -> other.has("supplierName"))).contains(true, false);
    }

    @Test
    void aSheetThatWouldTellItIsNotTaken() {
        AwardWorld.Opened opened = decided.proposed();
        assertThatThrownBy(() -> awards.sql("update award set sheet = sheet || '{\"comparedMilliFen\": 1}' where round_id = '" + opened.round() + "' returning round_id"))
                .hasMessageContaining("award_sheet_says_nothing_of_what_was_compared");
    }

    /** Whole rows of the round, as the role of requests sees them in the name of a party. */
    private List<String> rows(@Nullable UUID party, String table, AwardWorld.Opened opened) throws SQLException {
        try (Connection connection = platform.databaseAs("jucai_app", "app"); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (party != null) statement.execute("set local jucai.parties = '{" + party + "}'");
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("select to_jsonb(t)::text from " + table + " t where round_id = '" + opened.round() + "'")) {
                while (found.next()) rows.add(found.getString(1));
            }
            connection.rollback();
            return rows;
        }
    }
}
