package org.jucai.platform.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The books as each who may read them sees them, over HTTP. */
@PlatformTest
@Import({World.class, LedgerWorld.class})
class LedgerApiTest {

    @Autowired LedgerWorld books;
    @Autowired World world;
    @Autowired Platform platform;

    private static int entries(Client client, String query) {
        return client.get("/api/ledger/entries?limit=200" + query).ok().path("items").size();
    }

    @Test
    void aBankReadsItsOwnBooksAKeeperItsOwnAMemberItsOwnAccountsAnAuditorAllAndNobodyElseAnything() {
        Client bank = books.bank();
        Client other = books.bank();
        Client group = books.group();
        World.Association association = world.association(2);
        UUID member = association.buyerOf(0).party();
        Book supervised = new Book(bank.party(), group.party());
        books.posts(LedgerWorld.held(supervised, "a", books.today(), member, UUID.randomUUID(), 100));
        books.posts(LedgerWorld.held(new Book(other.party(), group.party()), "b", books.today(), association.buyerOf(1).party(), UUID.randomUUID(), 200));
        assertThat(entries(bank, "")).isEqualTo(2);
        assertThat(entries(other, "")).isEqualTo(2);
        assertThat(entries(group, "")).isEqualTo(4);
        assertThat(entries(association.buyerOf(0), "")).as("its own side, not the group's").isEqualTo(1);
        assertThat(entries(books.bank(), "")).isZero();
        assertThat(entries(books.group(), "")).isZero();
        assertThat(entries(books.auditor(), "&keeperId=" + group.party())).isEqualTo(4);
        assertThat(association.secretariat().get("/api/ledger/entries").refusal()).as("the association sees no member's debts").isEqualTo("not-allowed");
        JsonNode balances = association.buyerOf(0).get("/api/ledger/balances").ok();
        assertThat(balances.path("items").size()).isEqualTo(1);
        assertThat(balances.path("items").get(0).path("balanceFen").asLong()).as("a liability, as people call it").isEqualTo(100);
        assertThat(balances.path("items").get(0).path("debitFen").asLong()).isEqualTo(-100);
    }

    @Test
    void aListIsReadPageByPageWithoutLossAndFiltersNarrowIt() {
        Client group = books.group();
        Book book = new Book(UUID.randomUUID(), group.party());
        UUID party = UUID.randomUUID();
        for (int i = 0; i < 7; i++) books.posts(LedgerWorld.held(book, "page/" + i, books.today().minusDays(i), party, UUID.randomUUID(), 100 + i));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = group.get("/api/ledger/entries?limit=3" + cursor).ok();
            page.path("items").forEach(each -> seen.add(each.path("postingId").asString() + each.path("line").asInt()));
            cursor = page.path("nextCursor").asString("").isEmpty() ? "" : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(14);
        assertThat(new HashSet<>(seen)).hasSize(14);
        assertThat(entries(group, "&role=DEPOSIT_HELD")).isEqualTo(7);
        assertThat(entries(group, "&role=DEPOSIT_HELD&fromOn=" + books.today().minusDays(2) + "&toOn=" + books.today().minusDays(1))).isEqualTo(2);
        assertThat(entries(group, "&partyId=" + party + "&occasion=REVERSAL")).isZero();
        assertThat(group.get("/api/ledger/entries?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void whatWasAnsweredAtAPositionIsAnsweredForEverWhateverIsBookedForThatDayLater() {
        Client group = books.group();
        Book book = new Book(UUID.randomUUID(), group.party());
        UUID party = UUID.randomUUID();
        UUID hold = UUID.randomUUID();
        books.posts(LedgerWorld.held(book, "1", books.today().minusDays(3), party, hold, 100));
        JsonNode before = group.get("/api/ledger/balances?role=DEPOSIT_HELD").ok();
        String then = world.now().toString();
        world.clockMoves(Duration.ofHours(1));
        books.posts(LedgerWorld.held(book, "2", books.today().minusDays(2), party, hold, 50));
        assertThat(stands(group, "")).isEqualTo(150);
        assertThat(stands(group, "&position=" + before.path("position").asString())).isEqualTo(100);
        assertThat(stands(group, "&knownAt=" + then)).isEqualTo(100);
        assertThat(stands(group, "&asOfOn=" + books.today().minusDays(3))).isEqualTo(100);
        assertThat(stands(group, "&asOfOn=" + books.today().minusDays(4))).isZero();
        assertThat(group.get("/api/ledger/balances?position=forged").status()).isEqualTo(400);
        assertThat(group.get("/api/ledger/balances?knownAt=2027-02-31T00:00:00Z").status()).isEqualTo(400);
    }

    private static long stands(Client client, String query) {
        return client.get("/api/ledger/balances?role=DEPOSIT_HELD" + query).ok().path("items").get(0).path("balanceFen").asLong();
    }

    @Test
    void entriesGoOutAsATableAndAsAWorkbookInYuan() throws IOException {
        Client group = books.group();
        Book book = new Book(UUID.randomUUID(), group.party());
        books.posts(LedgerWorld.held(book, "=cmd|1", books.today(), UUID.randomUUID(), UUID.randomUUID(), 123_456));
        byte[] csv = file(group, "/api/ledger/entries.csv?role=DEPOSIT_HELD");
        assertThat(new String(csv, StandardCharsets.UTF_8)).startsWith("\uFEFF业务日期").contains("1234.56", "保证金到账", "'=cmd|1");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file(group, "/api/ledger/entries.xlsx")))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(2);
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(9).getNumericCellValue()).as("the deposit stands in credit").isEqualTo(1234.56);
        }
    }

    private byte[] file(Client client, String path) {
        return platform.nobody().get().uri(path).header("Authorization", "Bearer " + client.token()).header("Accept-Language", "zh-CN").exchange().expectStatus().isOk()
                .expectBody().returnResult().getResponseBodyContent();
    }

    @Test
    void aRunIsAskedForAndWaitsOnce() {
        Client risk = books.bank();
        JsonNode asked = risk.does("/api/finance/runs", Map.of("kind", "INTEREST")).ok();
        assertThat(asked.path("kind").asString()).isEqualTo("INTEREST");
        assertThat(world.association(1).buyerOf(0).get("/api/finance/runs").refusal()).isEqualTo("not-allowed");
        JsonNode page = risk.get("/api/finance/runs?limit=1").ok();
        assertThat(page.path("standing").toString()).contains("REDERIVATION");
    }
}
