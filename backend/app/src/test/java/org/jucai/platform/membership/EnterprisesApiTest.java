package org.jucai.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@Import(Founded.class)
class EnterprisesApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger KEY = new AtomicInteger(1);
    private static final String PHRASE = "a long pass phrase";

    @Autowired Platform platform;
    @Autowired Founded founded;
    @Autowired InvitationDesk invitations;
    @Autowired Texts texts;

    private String cookie = "";
    private String csrf = "";

    @Test
    void aSecretaryRegistersAnEnterpriseFilesItsPapersAdmitsItAndSuspendsIt() {
        signInAsSecretary();
        String code = Founded.code("E");
        Map<String, ?> form = Map.of("code", code, "nameZh", "样例耐材有限公司", "areaCode", "410183105", "scale", "ABOVE",
                "usccOverrideReason", "测试企业没有代码", "kilnTypes", List.of("TUNNEL"), "capacityKgPerYear", 471_022_000L,
                "evidence", List.of(Map.of("kind", "BUSINESS_LICENCE", "number", "91", "issuer", "市场监督管理局", "issuedOn", "2020-05-01")));
        JsonNode made = body(asks(HttpMethod.POST, "/api/enterprises").bodyValue(form).exchange().expectStatus().isCreated());
        assertThat(made.path("state").asString()).isEqualTo("APPLIED");
        assertThat(made.path("warnings").get(0).asString()).isEqualTo("USCC_ABSENT");
        String path = "/api/enterprises/" + made.path("id").asString();
        Map<String, ?> reason = Map.of("reason", "理事会通过");
        asks(HttpMethod.POST, path + "/admit").bodyValue(reason).exchange().expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/evidence-missing-or-expired");
        asks(HttpMethod.POST, path + "/evidence").bodyValue(Map.of("kind", "ENVIRONMENTAL_PERMIT", "number", "91-001V", "issuer", "生态环境局",
                "issuedOn", "2024-07-01", "expiresOn", "2027-12-31")).exchange().expectStatus().isCreated();
        JsonNode admitted = body(asks(HttpMethod.POST, path + "/admit").bodyValue(reason).exchange().expectStatus().isOk());
        assertThat(admitted.path("standing").path("mayPlaceDemand").asBoolean()).isTrue();
        assertThat(admitted.path("standing").path("evidenceExpiresOn").asString()).isEqualTo("2027-12-31");
        receivesAndIsGraded(path);
        JsonNode whole = body(asks(HttpMethod.GET, path).exchange().expectStatus().isOk().expectHeader().valueEquals("ETag", "\"7\""));
        assertThat(whole.path("productivityGrade").path("grade").asString()).isEqualTo("B");
        Map<String, ?> edit = Map.of("nameZh", "样例耐材有限公司", "areaCode", "410183105", "scale", "BELOW", "usccOverrideReason", "测试企业没有代码");
        asks(HttpMethod.PUT, path).header("If-Match", "\"6\"").bodyValue(edit).exchange().expectStatus().isEqualTo(412);
        asks(HttpMethod.PUT, path).header("If-Match", "\"7\"").bodyValue(edit).exchange().expectStatus().isOk();
        for (String list : List.of("/evidence", "/delivery-points", "/productivity-grades", "/history")) {
            assertThat(body(asks(HttpMethod.GET, path + list).exchange().expectStatus().isOk()).path("items").size()).as(list).isPositive();
        }
        JsonNode found = body(asks(HttpMethod.GET, "/api/enterprises?q=" + code + "&scale=BELOW&state=ADMITTED").exchange().expectStatus().isOk());
        assertThat(found.path("items").size()).isEqualTo(1);
        JsonNode suspended = body(asks(HttpMethod.POST, path + "/suspend").bodyValue(reason).exchange().expectStatus().isOk());
        assertThat(suspended.path("allowedCommands").toString()).isEqualTo("[\"leave\",\"reinstate\"]");
    }

    private void receivesAndIsGraded(String path) {
        asks(HttpMethod.POST, path + "/delivery-points").bodyValue(Map.of("code", Founded.code("DP"), "name", "料场", "zoneCode", "410183105",
                "railHeadMetres", 12_900)).exchange().expectStatus().isCreated();
        asks(HttpMethod.POST, path + "/productivity-grades").bodyValue(Map.of("grade", "B", "year", 2026, "issuer", "新密市人民政府",
                "documentRef", "新密政文〔2027〕1号", "validFromOn", "2027-01-01", "validToOn", "2027-12-31")).exchange().expectStatus().isCreated();
    }

    @Test
    void aSecretaryRegistersASupplierAndSeesListsOfEveryKind() {
        signInAsSecretary();
        Map<String, ?> form = Map.of("code", Founded.code("S"), "nameZh", "阳泉样例窑业有限公司", "areaCode", "140300", "supplierKind", "TRADER",
                "usccOverrideReason", "测试", "materials", List.of("GL-85A"), "vatRatePct", 13, "railOrRoad", "ROAD");
        JsonNode made = body(asks(HttpMethod.POST, "/api/suppliers").bodyValue(form).exchange().expectStatus().isCreated());
        asks(HttpMethod.GET, "/api/suppliers/" + made.path("id").asString()).exchange().expectStatus().isOk();
        for (String list : List.of("/api/suppliers", "/api/parties?kind=SUPPLIER", "/api/people", "/api/invitations", "/api/evidence-expiries",
                "/api/connected-parties", "/api/associations")) {
            asks(HttpMethod.GET, list).exchange().expectStatus().isOk();
        }
    }

    private void signInAsSecretary() {
        Actor association = founded.association();
        String phone = Founded.phone();
        String account = Founded.account();
        UUID id = association.partyId();
        founded.as(founded.platform(), asking -> invitations.invite(asking, new InvitationDesk.Guest(
                id, "赵秘书", phone, Set.of(Role.SECRETARIAT, Role.ASSOCIATION_ADMIN), null)));
        String link = Founded.now(texts.latest(200)).stream().filter(text -> text.phone().equals(phone)).findFirst().orElseThrow().body();
        String token = link.replaceAll("(?s).*/invitation/([A-Za-z0-9_-]+).*", "$1");
        Founded.now(invitations.accept(token, new InvitationDesk.Acceptance(account, PHRASE, "accept-" + account)));
        EntityExchangeResult<byte[]> answer = platform.nobody().post().uri("/api/session")
                .bodyValue(Map.of("account", account, "password", PHRASE)).exchange().expectStatus().isOk().expectBody().returnResult();
        cookie = answer.getResponseCookies().getFirst("JUCAI_SESSION").getValue();
        csrf = JSON.readTree(answer.getResponseBodyContent()).path("csrfToken").asString();
    }

    private WebTestClient.RequestBodySpec asks(HttpMethod method, String path) {
        return platform.nobody().method(method).uri(path).cookie("JUCAI_SESSION", cookie).header("X-CSRF-Token", csrf)
                .header("Idempotency-Key", "enterprises-" + KEY.incrementAndGet());
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }
}
