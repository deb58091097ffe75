package org.jucai.platform.rounds.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.RowsWriter;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.World;
import tools.jackson.databind.JsonNode;

/** An association whose members are those of the demo workbooks, its rounds of March, and what is done with workbooks by HTTP. */
final class Imports {

    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private static final List<String> HEADERS = List.of("企业编号", "统一社会信用代码", "企业名称", "牌号", "可替代牌号", "最低数量(吨)", "需求数量(吨)",
            "最高数量(吨)", "最高限价(元/吨)", "交货地点", "交货起", "交货止", "付款方式", "备注");

    private final World world;
    private final Platform platform;
    private final World.Association association;

    Imports(World world, Platform platform) throws SQLException, IOException {
        this.world = world;
        this.platform = platform;
        this.association = world.association(1);
        XinmiRoll.register(platform, association.id());
    }

    World.Association association() {
        return association;
    }

    Client secretary() {
        return association.secretariat();
    }

    /** A round of all grades that collects now for deliveries in March and April 2026. */
    UUID march() {
        Map<String, Object> terms = new HashMap<>(world.terms());
        Map<String, String> period = Map.of("fromOn", "2026-03-01", "toOn", "2026-04-30");
        terms.put("deliveryPeriod", period);
        terms.put("deliveryWindows", List.of(period));
        terms.put("grades", grades());
        UUID round = secretary().does("/api/rounds", terms).id();
        secretary().does("/api/rounds/" + round + "/announce", null).ok();
        secretary().does("/api/rounds/" + round + "/open", Map.of("reason", "提前开始")).ok();
        return round;
    }

    List<String> grades() {
        List<String> grades = new ArrayList<>();
        platform.nobody().get().uri("/api/grades?limit=200").exchange().expectBody(JsonNode.class).returnResult().getResponseBody().path("items")
                .forEach(grade -> grades.add(grade.path("code").asString()));
        return grades;
    }

    static String path(UUID made) {
        return "/api/demand-imports/" + made;
    }

    static UUID uploaded(Client client, UUID round, String name, byte[] content) {
        Client.Answer answer = client.uploads("/api/rounds/" + round + "/demand-imports", name, content);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.id();
    }

    /** Uploaded by the secretariat and read. */
    UUID read(UUID round, byte[] content) {
        UUID made = uploaded(secretary(), round, "a.xlsx", content);
        ready(secretary(), made);
        return made;
    }

    static JsonNode ready(Client client, UUID made) {
        JsonNode settled = settled(client, made, "READING");
        assertThat(settled.path("status").asString()).as(settled.path("refusal").asString("")).isEqualTo("READY");
        return settled;
    }

    static JsonNode confirmed(Client client, UUID made) {
        assertThat(client.does(path(made) + "/confirm", null).status()).isIn(200, 202);
        JsonNode settled = settled(client, made, "CONFIRMING");
        assertThat(settled.path("status").asString()).as(settled.toString()).isEqualTo("CONFIRMED");
        return settled;
    }

    /** As it is once it no longer has this status. */
    static JsonNode settled(Client client, UUID made, String passing) {
        return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200))
                .until(() -> client.get(path(made) + "?limit=1").ok(), now -> !now.path("status").asString().equals(passing));
    }

    static List<JsonNode> all(Client client, UUID made) {
        List<JsonNode> rows = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = client.get(path(made) + "?limit=100" + cursor).ok();
            page.path("rows").forEach(rows::add);
            if (!page.hasNonNull("nextCursor")) return rows;
            cursor = "&cursor=" + page.path("nextCursor").asString();
        }
    }

    /** Lines in the database, by their enterprises and grades and days: how many there are, and how many differ. */
    List<Integer> linesAndDifferent(UUID round) throws SQLException {
        try (var connection = platform.databaseAs("jucai_worker", "worker"); var asked = connection.prepareStatement(
                "select count(*), count(distinct (enterprise_id, accepted_grades, target_kg, from_on, to_on)) from demand_line where round_id = ?")) {
            asked.setObject(1, round);
            var found = asked.executeQuery();
            found.next();
            return List.of(found.getInt(1), found.getInt(2));
        }
    }

    static byte[] file(String name) throws IOException {
        return Files.readAllBytes(XinmiRoll.folder().resolve(name));
    }

    static byte[] book(List<DemandLine> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsWriter.xlsx("需求", HEADERS, lines.stream().map(RowsWriter::cells).iterator(), out);
        return out.toByteArray();
    }

    /** As many different lines, over all members, days and some grades. */
    static List<DemandLine> lines(int many) throws IOException {
        List<String[]> members = XinmiRoll.rows();
        List<String> grades = List.of("GL-80", "GL-85A", "GL-70", "GL-60");
        List<DemandLine> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int lap = i / members.size();
            lines.add(XinmiRoll.line(members.get(i % members.size()), grades.get(lap % 4), 30 + i % 7, FIRST.plusDays(lap / 4), ""));
        }
        return lines;
    }
}
