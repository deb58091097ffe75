package org.jucai.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo world as a newcomer finds it after the first start, after a restart, and after starting from nothing again. */
class DemoWorldIsCompleteTest {

    private static final Pattern ACCOUNT = Pattern.compile("\"account\":\"([^\"]+)\",\"password\":\"([^\"]+)\"");

    @TempDir
    static Path data;

    @Test
    void theWorldIsCompleteAndTheSameEachTimeAndWrittenOnce() throws Exception {
        int port = freePort();
        String first;
        try (RunningJucai jucai = RunningJucai.launch(data, port).ready()) {
            everybodyIsThere();
            roundsStandWhereTheyShould();
            everyAccountSignsIn(port);
            assertThat(List.of(demoKey(port, "secretary-1"), demoKey(port, "bank-risk"), demoKey(port, "supervisor"))).as("trustees of the demo").containsOnly(200);
            assertThat(List.of(demoKey(port, "secretary-2"), demoKey(port, "buyer-e004"))).as("nobody else").containsOnly(404);
            first = digest();
        }
        try (RunningJucai again = RunningJucai.launch(data, port).ready()) {
            assertThat(again.said()).doesNotContain("Demo world 1/");
            assertThat(digest()).as("a restart writes nothing").isEqualTo(first);
        }
        try (RunningJucai afresh = RunningJucai.launch(data, port, "-Djucai.reset=true").ready()) {
            assertThat(afresh.said()).contains("Demo world 1/");
            assertThat(digest()).as("the same chance, the same world").isEqualTo(first);
        }
    }

    private static void everybodyIsThere() throws Exception {
        assertThat(ask("select kind || ' ' || count(*) from party group by kind")).contains(
                "ASSOCIATION 2", "ENTERPRISE 305", "SUPPLIER 48", "FINANCE_GROUP 1", "BANK 2", "LABORATORY 1", "WAREHOUSE 1",
                "SUPERVISOR 1", "REGULATOR 1", "AUDITOR 1", "PLATFORM 1");
        assertThat(ask("select p.code || ' ' || count(*) from membership m join party p on p.id = m.association_id where m.state = 'ADMITTED' group by p.code"))
                .containsExactlyInAnyOrder("A001 353", "A002 61");
        assertThat(ask("select p.code from party p where not exists (select 1 from event e where e.stream = 'party' and e.stream_id = p.id)"))
                .as("every party has its history").isEmpty();
        assertThat(ask("select d.code from demand_line d where not exists (select 1 from event e where e.stream_id = d.id and e.version = d.version)"))
                .as("every line has the event that made it what it is").isEmpty();
    }

    private static void roundsStandWhereTheyShould() throws Exception {
        assertThat(ask("select status || case when frozen_at is null then '' else ' frozen' end from round order by code")).containsExactly(
                "PUBLICISED frozen", "OPENED frozen", "AWARDED frozen", "PUBLICISED frozen", "CLOSED frozen", "TENDERING frozen", "CANCELLED", "POOLED frozen", "POOLED frozen", "POOLED", "COLLECTING", "COLLECTING", "ANNOUNCED", "DRAFT");
        assertThat(ask("select distinct status from lot where status <> 'PARTLY_AWARDED' order by status"))
                .as("equally good awards may leave this lot or that short").containsExactly("AWARDED", "FAILED", "FORMING", "FROZEN", "TENDERED");
        assertThat(ask("select basis || ' ' || status from award_run")).as("awards are computed and checked").containsExactly("OFFICIAL SOLVED", "OFFICIAL SOLVED", "OFFICIAL SOLVED");
        assertThat(ask("select distinct d.status from demand_line d join round r on r.id = d.round_id where r.status = 'COLLECTING' order by 1"))
                .as("some wait for their member").containsExactly("DRAFT", "SUBMITTED");
        assertThat(ask("""
                select count(*) filter (where declined_at is not null) || ' declined ' || count(*) filter (where signed_at is not null) || ' signed'
                from round_answer a join round r on r.id = a.round_id where r.status = 'COLLECTING' group by r.code order by r.code"""))
                .as("the chase list has every state").hasSize(2).allMatch(said -> said.matches("[1-9]\\d* declined [1-9]\\d* signed"));
    }

    private static void everyAccountSignsIn(int port) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest actors = HttpRequest.newBuilder(at(port, "/api/demo/actors")).timeout(Duration.ofSeconds(20)).build();
            Matcher account = ACCOUNT.matcher(client.send(actors, HttpResponse.BodyHandlers.ofString()).body());
            int signedIn = 0;
            while (account.find()) {
                String form = "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account.group(1), account.group(2));
                HttpRequest request = HttpRequest.newBuilder(at(port, "/api/session")).timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(form)).build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).as(account.group(1)).isEqualTo(200);
                signedIn++;
            }
            assertThat(signedIn).isEqualTo(19);
        }
    }

    private static int demoKey(int port, String account) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            HttpRequest session = HttpRequest.newBuilder(at(port, "/api/session")).timeout(Duration.ofSeconds(20)).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"account\":\"%s\",\"password\":\"jucai-open-house\"}".formatted(account))).build();
            client.send(session, HttpResponse.BodyHandlers.discarding());
            HttpRequest key = HttpRequest.newBuilder(at(port, "/api/demo/trustee-key")).timeout(Duration.ofSeconds(20)).build();
            return client.send(key, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    /** Codes and masses; ids are new each time. */
    private static String digest() throws Exception {
        return ask("""
                select md5(string_agg(t, ',' order by t)) from (
                  select p.code || r.code || d.status || d.accepted_grades::text || d.minimum_kg || '/' || d.target_kg || '/' || d.maximum_kg
                    || d.zone || d.from_on || d.to_on || coalesce(d.price_cap_fen_per_tonne, 0) as t
                  from demand_line d join party p on p.id = d.enterprise_id join round r on r.id = d.round_id
                  union all select code || kind || name_zh from party
                  union all select p.code || e.kind || e.number from evidence e join party p on p.id = e.party_id) as world
                """).getFirst();
    }

    private static List<String> ask(String sql) throws Exception {
        Properties notes = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve(Notebook.FILE))) {
            notes.load(reader);
        }
        String jdbc = "jdbc:postgresql://127.0.0.1:" + notes.getProperty("port.postgres") + "/jucai";
        try (Connection connection = DriverManager.getConnection(jdbc, "jucai_worker", notes.getProperty("password.jucai_worker"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) answers.add(rows.getString(1));
            return answers;
        }
    }

    private static URI at(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
