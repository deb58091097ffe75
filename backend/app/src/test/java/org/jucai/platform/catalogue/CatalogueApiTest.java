package org.jucai.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.security.KnownPeople;
import org.jucai.platform.security.TestPeople;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlatformTest
@Import(TestPeople.class)
class CatalogueApiTest {

    private static final Map<String, Object> ALUMINA = Map.of(
            "property", "AL2O3", "kind", "MINIMUM", "minimum", 860_000, "basis", "DRY", "source", "Agreement of the members", "confidence", "ASSUMED");

    @Autowired
    Platform platform;

    @Autowired
    KnownPeople people;

    @Test
    void anybodyReadsTheGradesAndWhatIsBetter() {
        platform.nobody().get().uri("/api/grades?materialCode=CALCINED_BAUXITE&limit=200").exchange()
                .expectStatus().isOk()
                .expectBody()
                .jsonPath("$.items[?(@.code=='GL-88A')].nextBetter[0]").isEqualTo("GL-90")
                .jsonPath("$.items[?(@.code=='GL-88A')].limits[?(@.property=='FE2O3')].maximum").isEqualTo(16_000)
                .jsonPath("$.items[?(@.code=='GL-88A')].limits[?(@.property=='FE2O3')].toBeVerified").isEqualTo(true)
                .jsonPath("$.items[?(@.code=='YNS-45')]").doesNotExist();
        platform.nobody().get().uri("/api/materials").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.items[?(@.code=='SILICA_STONE')].standard").isEqualTo("YB/T 5268-2014");
    }

    @Test
    void aGradeSaysWhyItsNeighbourIsNotBetter() {
        platform.nobody().get().uri("/api/grades/GL-88A").exchange()
                .expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.betterGrades").isEqualTo(List.of("GL-90"))
                .jsonPath("$.notBetter[?(@.gradeCode=='GL-88B')].properties[0]").isEqualTo("FE2O3")
                .jsonPath("$.aliases[?(@.alias=='GL-88')].certainty").isEqualTo("CONFIRM");
        platform.nobody().get().uri("/api/grades/GL-99").exchange()
                .expectStatus().isNotFound().expectBody().jsonPath("$.type").isEqualTo("/problems/grade-not-found");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        platform.nobody().get().uri("/api/grades?materialCode=SILICA_STONE&limit=2").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.items[1].code").isEqualTo("GSN97").jsonPath("$.nextCursor").isEqualTo("GSN97");
        platform.nobody().get().uri("/api/grades?materialCode=SILICA_STONE&limit=200&cursor=GSN97").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.items[0].code").isEqualTo("GSN98").jsonPath("$.items.length()").isEqualTo(3)
                .jsonPath("$.nextCursor").doesNotExist();
        platform.nobody().get().uri("/api/grades?cursor=nowhere").exchange().expectStatus().isBadRequest();
        platform.nobody().get().uri("/api/price-index?cursor=nowhere").exchange().expectStatus().isBadRequest();
    }

    @Test
    void onlyTheSecretariatAndThePlatformKeepTheCatalogue() {
        Map<String, Object> asked = grade("GL-86N");
        platform.nobody().post().uri("/api/grades").header("Idempotency-Key", key()).bodyValue(asked).exchange().expectStatus().isUnauthorized();
        Visitor buyer = Visitor.signedIn(platform, people.add("buyer-of-grades", PartyKind.ENTERPRISE, Role.MEMBER_BUYER));
        send(buyer, POST, "/api/grades", asked).expectStatus().isForbidden();
        platform.nobody().get().uri("/api/grades/GL-86N").exchange().expectStatus().isNotFound();
    }

    @Test
    void aGradeIsAddedOnceComparedAtOnceAndRevisedOnlyAsItWasRead() throws SQLException {
        Visitor secretary = secretary("keeps-grades");
        String key = key();
        for (int time = 0; time < 2; time++) {
            secretary.asks(POST, "/api/grades").header("Idempotency-Key", key).bodyValue(grade("GL-86X")).exchange()
                    .expectStatus().isCreated()
                    .expectHeader().valueEquals("ETag", "\"1\"")
                    .expectBody().jsonPath("$.betterGrades").isEqualTo(List.of("GL-88A", "GL-88B", "GL-90"));
        }
        send(secretary, POST, "/api/grades", grade("gl86x")).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/grade-already-exists");
        platform.nobody().get().uri("/api/grade-names?text=ＧＬ８６ｘ").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.outcome").isEqualTo("EXACT").jsonPath("$.gradeCode").isEqualTo("GL-86X");

        Map<String, Object> revision = Map.of("nameZh", "熟料86", "nameEn", "Clinker 86", "limits", List.of());
        secretary.asks(PUT, "/api/grades/GL-86X").header("If-Match", "\"1\"").bodyValue(revision).exchange()
                .expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        secretary.asks(PUT, "/api/grades/GL-86X").header("If-Match", "\"1\"").bodyValue(revision).exchange()
                .expectStatus().isEqualTo(412);
        platform.nobody().get().uri("/api/grades/GL-86X").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.version").isEqualTo(2).jsonPath("$.nameEn").isEqualTo("Clinker 86");
        assertThat(count("select count(*) from event e join grade g on g.id = e.stream_id where g.code = 'GL-86X'")).isEqualTo(2);
    }

    @Test
    void aLimitThatContradictsItselfIsRefused() {
        Map<String, Object> range = Map.of("property", "FE2O3", "kind", "CLASSIFYING_RANGE", "minimum", 20_000, "maximum", 10_000,
                "basis", "DRY", "source", "x1", "confidence", "ASSUMED");
        Visitor secretary = secretary("contradicts");
        send(secretary, POST, "/api/grades", Map.of("code", "GL-X1", "materialCode", "CALCINED_BAUXITE", "nameZh", "x", "nameEn", "x", "limits", List.of(range)))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.type").isEqualTo("/problems/limit-contradicts-itself");
        send(secretary, POST, "/api/grades", Map.of("code", "GL-X2", "materialCode", "CALCINED_BAUXITE", "nameZh", "x", "nameEn", "x", "limits", List.of(ALUMINA, ALUMINA)))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.type").isEqualTo("/problems/limit-given-twice");
        send(secretary, POST, "/api/grades", Map.of("code", "GL-X3", "materialCode", "CEMENT", "nameZh", "x", "nameEn", "x", "limits", List.of()))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.type").isEqualTo("/problems/material-unknown");
    }

    @Test
    void aSpellingIsLearntOnceAndCanBeCorrected() {
        Visitor secretary = secretary("learns-spellings");
        byte[] added = send(secretary, POST, "/api/grade-aliases", Map.of("alias", "老八五", "gradeCode", "GL-85A", "certainty", "CONFIRM", "doubt", "TRADE_NAME"))
                .expectStatus().isCreated().expectBody().jsonPath("$.doubt").isEqualTo("TRADE_NAME").returnResult().getResponseBodyContent();
        String id = new String(added, java.nio.charset.StandardCharsets.UTF_8).replaceAll(".*\"aliasId\":\"([^\"]+)\".*", "$1");
        send(secretary, POST, "/api/grade-aliases", Map.of("alias", " 老-八五", "gradeCode", "GL-80", "certainty", "EXACT"))
                .expectStatus().isEqualTo(409).expectBody().jsonPath("$.detail").value(String.class, detail -> assertThat(detail).contains("GL-85A"));
        secretary.asks(PUT, "/api/grade-aliases/" + id).header("If-Match", "\"1\"").bodyValue(Map.of("gradeCode", "GL-85B", "certainty", "EXACT")).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.version").isEqualTo(2);
        platform.nobody().get().uri("/api/grade-names?text=老八五").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.outcome").isEqualTo("EXACT").jsonPath("$.gradeCode").isEqualTo("GL-85B");
        send(secretary, POST, "/api/grade-aliases", Map.of("alias", "某料", "gradeCode", "GL-80", "certainty", "CONFIRM"))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.type").isEqualTo("/problems/alias-needs-a-doubt");
    }

    @Test
    void aPriceIsCorrectedByANewVersionAndTheOldOneStaysReadable() {
        Visitor secretary = secretary("keeps-prices");
        byte[] added = send(secretary, POST, "/api/price-index", price(200_000, "2027-03-01")).expectStatus().isCreated()
                .expectBody().jsonPath("$.exTaxFenPerTonne").isEqualTo(176_991).returnResult().getResponseBodyContent();
        String id = new String(added, java.nio.charset.StandardCharsets.UTF_8).replaceAll(".*\"entryId\":\"([^\"]+)\".*", "$1");
        send(secretary, POST, "/api/price-index", price(201_000, "2027-03-01")).expectStatus().isEqualTo(409);
        send(secretary, POST, "/api/price-index", price(201_000, "2027-03-23")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/price-date-in-future");
        secretary.asks(PUT, "/api/price-index/" + id).header("If-Match", "\"1\"").bodyValue(price(202_000, "2027-03-02")).exchange()
                .expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        secretary.asks(PUT, "/api/price-index/" + id).header("If-Match", "\"1\"").bodyValue(price(203_000, "2027-03-02")).exchange()
                .expectStatus().isEqualTo(412);
        platform.nobody().get().uri("/api/price-index/" + id).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.versions.length()").isEqualTo(2)
                .jsonPath("$.versions[0].priceFenPerTonne").isEqualTo(202_000)
                .jsonPath("$.versions[1].priceFenPerTonne").isEqualTo(200_000);
        platform.nobody().get().uri("/api/price-series?gradeCodes=YNS-44&fromOn=2027-01-01&toOn=2027-12-31").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.series.length()").isEqualTo(1)
                .jsonPath("$.series[0].points.length()").isEqualTo(1)
                .jsonPath("$.series[0].points[0].priceFenPerTonne").isEqualTo(202_000);
    }

    @Test
    void theStandardPricesSayWhereTheyComeFrom() {
        platform.nobody().get().uri("/api/price-index?gradeCode=GL-85A&limit=200").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items[?(@.place=='山西阳泉')].lowFenPerTonne").isEqualTo(194_000)
                .jsonPath("$.items[?(@.place=='山西阳泉')].toBeVerified").isEqualTo(false)
                .jsonPath("$.items[?(@.place=='山西')].toBeVerified").isEqualTo(true);
    }

    @Test
    void termsFollowTheCalendarThatIsLoadedAndSayWhereNoneIs() {
        Visitor secretary = secretary("loads-calendars");
        platform.nobody().get().uri("/api/working-days?fromOn=2031-09-29&days=3").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.lastOn").isEqualTo("2031-10-02").jsonPath("$.yearsNotLoaded[0]").isEqualTo(2031);
        String file = "year,2031\nsource,Notice for a test\non,kind,name\n2031-10-01,off,国庆\n2031-10-02,off,国庆\n2031-10-03,off,国庆\n2031-10-04,working,国庆\n";
        send(secretary, POST, "/api/calendars", Map.of("content", file)).expectStatus().isCreated()
                .expectBody().jsonPath("$.days.length()").isEqualTo(4).jsonPath("$.version").isEqualTo(1);
        platform.nobody().get().uri("/api/working-days?fromOn=2031-09-29&days=3").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.lastOn").isEqualTo("2031-10-04").jsonPath("$.yearsNotLoaded").isEmpty();
        platform.nobody().get().uri("/api/calendars").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items[?(@.year==2031)].loaded").isEqualTo(true)
                .jsonPath("$.items[?(@.year==2028)].loaded").isEqualTo(false);
        send(secretary, POST, "/api/calendars", Map.of("content", "year,2031\nsource,Notice\n2031-02-30,off\n")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/calendar-file-unreadable")
                .jsonPath("$.detail").value(String.class, detail -> assertThat(detail).contains("line 3"));
    }

    @Test
    void theDatabaseLetsNobodyWriteWhoIsNotNamed() throws SQLException {
        platform.nobody().get().uri("/api/grades").exchange().expectStatus().isOk();
        try (Connection stranger = platform.databaseAs("jucai_app", "app"); Statement statement = stranger.createStatement()) {
            assertThat(statement.executeQuery("select 1 from grade where code = 'GL-90'").next()).isTrue();
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.executeUpdate(
                    "insert into material (id, code, name_zh, name_en, test_methods) values (gen_random_uuid(), 'XX', 'x', 'x', '[]')"))
                    .withMessageContaining("row-level security");
            assertThat(statement.executeUpdate("update grade set name_en = 'taken over'")).isZero();
        }
    }

    private Visitor secretary(String account) {
        return Visitor.signedIn(platform, people.add(account, PartyKind.ASSOCIATION, Role.SECRETARIAT));
    }

    private static WebTestClient.ResponseSpec send(Visitor visitor, HttpMethod method, String path, Map<String, Object> body) {
        return visitor.asks(method, path).header("Idempotency-Key", key()).bodyValue(body).exchange();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Object> grade(String code) {
        return Map.of("code", code, "materialCode", "CALCINED_BAUXITE", "nameZh", "熟料86", "nameEn", "Clinker 86", "limits", List.of(ALUMINA));
    }

    private static Map<String, Object> price(long fen, String on) {
        return Map.of("gradeCode", "YNS-44", "place", "河南", "basis", "EX_WORKS", "taxIncluded", true, "vatRateBp", 1_300,
                "priceFenPerTonne", fen, "observedOn", on, "source", "A test", "confidence", "ASSUMED");
    }

    private long count(String sql) throws SQLException {
        try (Connection worker = platform.databaseAs("jucai_worker", "worker"); ResultSet found = worker.createStatement().executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
