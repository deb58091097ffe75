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
            banksOffer();
            contractsWaitForVisitors();
            goodsCame();
            moneyWasPaid();
            goodsWereRecalled();
            workWaitsAtEachGate();
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
                "ASSOCIATION 2", "ENTERPRISE 305", "SUPPLIER 48", "FINANCE_GROUP 1", "BANK 2", "LABORATORY 2", "WAREHOUSE 1",
                "SUPERVISOR 1", "REGULATOR 1", "AUDITOR 1", "PLATFORM 1");
        assertThat(ask("select p.code || ' ' || count(*) from membership m join party p on p.id = m.association_id where m.state = 'ADMITTED' group by p.code"))
                .containsExactlyInAnyOrder("A001 353", "A002 61");
        assertThat(ask("select p.code from party p where not exists (select 1 from event e where e.stream = 'party' and e.stream_id = p.id)"))
                .as("every party has its history").isEmpty();
        assertThat(ask("select d.code from demand_line d where not exists (select 1 from event e where e.stream_id = d.id and e.version = d.version)"))
                .as("every line has the event that made it what it is").isEmpty();
    }

    private static void roundsStandWhereTheyShould() throws Exception {
        assertThat(ask("select status || case when frozen_at is null then '' else ' frozen' end from round")).as("codes count by year, so their order is the day's").containsExactlyInAnyOrder(
                "PUBLICISED frozen", "OPENED frozen", "AWARDED frozen", "PUBLICISED frozen", "CLOSED frozen", "TENDERING frozen", "EXECUTING frozen", "EXECUTING frozen", "EXECUTING frozen", "CANCELLED", "POOLED frozen", "POOLED frozen", "POOLED", "COLLECTING", "COLLECTING", "ANNOUNCED", "DRAFT");
        assertThat(ask("select distinct status from lot where status not in ('PARTLY_AWARDED', 'COMPLETED') order by status"))
                .as("equally good awards may leave this lot or that short, and the clock completes what was delivered soon after").containsExactly("AWARDED", "EXECUTING", "FAILED", "FORMING", "FROZEN", "TENDERED");
        assertThat(ask("select basis || ' ' || status from award_run")).as("awards are computed and checked").hasSize(6).containsOnly("OFFICIAL SOLVED");
        assertThat(ask("select distinct d.status from demand_line d join round r on r.id = d.round_id where r.status = 'COLLECTING' order by 1"))
                .as("some wait for their member").containsExactly("DRAFT", "SUBMITTED");
        assertThat(ask("""
                select count(*) filter (where declined_at is not null) || ' declined ' || count(*) filter (where signed_at is not null) || ' signed'
                from round_answer a join round r on r.id = a.round_id where r.status = 'COLLECTING' group by r.code order by r.code"""))
                .as("the chase list has every state").hasSize(2).allMatch(said -> said.matches("[1-9]\\d* declined [1-9]\\d* signed"));
    }

    private static void banksOffer() throws Exception {
        assertThat(ask("select p.code || ' ' || max(v.version) from finance_product v join party p on p.id = v.bank_id group by p.code, v.product_id order by 1")).containsExactly("B001 2", "B002 1");
    }

    /** Each of those whom visitors play finds a contract that waits for nobody else. */
    private static void contractsWaitForVisitors() throws Exception {
        assertThat(ask("select distinct status from contract order by status")).contains("EFFECTIVE", "SIGNING");
        assertThat(ask("""
                select distinct p.code from contract c join party p on p.id in (c.seller_id, c.buyer_id)
                where c.status = 'SIGNING' and jsonb_array_length(c.text -> 'signatures') = 1
                  and not exists (select 1 from jsonb_array_elements(c.text -> 'signatures') s where (s ->> 'partyId')::uuid = p.id)
                order by 1""")).containsExactly("E004", "E019", "E023", "F001", "S001", "S032");
        assertThat(ask("select count(*) > 0 from contract c, jsonb_array_elements(c.text -> 'terms' -> 'formulas')")).as("formulas are stamped").containsExactly("t");
    }

    /** Of one round everything, of another as much as its trucks have brought; each kilogram that was weighed lies somewhere. */
    private static void goodsCame() throws Exception {
        assertThat(ask("""
                select r.terms ->> 'mode' || ' ' || bool_and(o.called_kg >= o.contracted_kg * 95 / 100) || ' ' || bool_or(o.called_kg > 0)
                from call_off o join round r on r.id = o.round_id join contract c on c.id = o.contract_id
                where c.status <> 'SIGNING' and exists (select 1 from delivery d where d.round_id = r.id) group by r.id, r.terms order by 1"""))
                .containsExactly("AGENCY true true", "PRINCIPAL false true");
        assertThat(ask("select distinct d.status from delivery d join round r on r.id = d.round_id where r.terms ->> 'mode' = 'AGENCY' order by 1"))
                .as("one truck went back").containsExactly("AT_MEMBER", "RELEASED", "RETURNED");
        assertThat(ask("select distinct d.status from delivery d join round r on r.id = d.round_id where r.terms ->> 'mode' = 'PRINCIPAL' order by 1"))
                .containsExactly("ARRIVED", "AT_MEMBER", "GATE_CHECKED", "IN_STORE", "NOTIFIED", "PLANNED", "RELEASED", "UNLOADED");
        assertThat(ask("select count(*)::text from delivery d where d.settled_kg is distinct from (select sum(p.mass_kg) from custody_parcel p where p.delivery_id = d.id and p.ended_by is null)"))
                .as("each kilogram lies somewhere").containsExactly("0");
        assertThat(ask("select distinct side from weigh_ticket order by side")).containsExactly("DESTINATION", "ORIGIN");
        assertThat(ask("select count(*) > 0 from delivery where settled_kg < planned_kg * 9 / 10")).as("one brought too little").containsExactly("t");
        assertThat(ask("select count(*) > 0 from delivery d where status = 'GATE_CHECKED' and exists (select 1 from event e where e.stream_id = d.id and e.type = 'DeliveryToBeWeighedAgain')"))
                .as("one is to be weighed again").containsExactly("t");
        assertThat(ask("select kind || ' ' || count(*) from contract where status = 'DISPUTED' group by kind")).containsExactly("SUPPLY 1");
        assertThat(ask("select level || ' ' || blocks from control_period p where exists (select 1 from delivery d where d.zone = p.zone and d.status = 'NOTIFIED') order by level"))
                .containsExactly("ORANGE true", "RED true");
    }

    /** The round that is over is agreed, invoiced and paid but for one member's late interest; one truck went back, and another came in its place. */
    private static void moneyWasPaid() throws Exception {
        String over = "join round r on r.id = s.round_id where r.terms ->> 'mode' = 'AGENCY'";
        assertThat(ask("select distinct s.status || ' ' || s.invoiced || ' ' || (s.outstanding_fen = 0) from statement s " + over)).containsExactly("AGREED true true");
        assertThat(ask("select s.period || ' ' || s.kind || ' ' || (count(*) > 1) from statement s " + over + " group by s.period, s.kind order by 1"))
                .containsExactly("DELIVERY SERVICE true", "DELIVERY SUPPLY true", "REVERSAL SERVICE false", "REVERSAL SUPPLY false");
        assertThat(ask("select count(*)::text from statement s " + over + " and s.talk -> 'dispute' is not null and s.talk ->> 'dispute' <> 'null'")).as("disputed, and ended").containsExactly("1");
        assertThat(ask("select distinct p.code from statement s join party p on p.id = s.buyer_id where s.interest_left_fen > 0")).as("who owes late interest").containsExactly("E019");
        assertThat(ask("select count(*) > 0 from statement s " + over + " and s.interest_paid_fen > 0")).as("and paid it another time").containsExactly("t");
        assertThat(ask("select count(*) > 0 from (select transfer_id from payment group by transfer_id having count(*) > 1) of_several")).as("one transfer pays several").containsExactly("t");
        assertThat(ask("select d.status || ' ' || g.status from replacement r join delivery d on d.id = r.delivery_id join delivery g on g.id = r.replaces_id")).containsExactly("AT_MEMBER RETURNED");
        assertThat(ask("select count(*)::text from statement where next_due_on < current_date - 1 and outstanding_fen <> 0")).as("nothing is overdue").containsExactly("0");
    }

    private static void goodsWereRecalled() throws Exception {
        assertThat(ask("select status from recall order by status")).containsExactly("LIFTED", "OPEN");
        assertThat(ask("select bool_or(c.acknowledged_at is not null) || ' ' || bool_or(c.acknowledged_at is null) from recall_concern c join recall r on r.id = c.recall_id where r.status = 'OPEN'"))
                .as("some answered, somebody has not").containsExactly("true true");
    }

    /** Suppliers announce, members and the store look and weigh, the finance group releases and resolves. */
    private static void workWaitsAtEachGate() throws Exception {
        assertThat(ask("select distinct p.code from delivery d join party p on p.id = d.seller_id where d.status = 'PLANNED' order by 1")).contains("S001", "S032");
        assertThat(ask("select distinct p.code from delivery d join party p on p.id = coalesce(d.store_id, d.member_id) where d.status in ('ARRIVED', 'GATE_CHECKED') order by 1"))
                .as("a truck stands at the gate of each").contains("E004", "E019", "W001");
        assertThat(ask("select distinct p.code from delivery d join party p on p.id = coalesce(d.store_id, d.member_id) where d.status = 'NOTIFIED' order by 1")).contains("E004", "E019", "W001");
        assertThat(ask("select distinct p.code from delivery d join party p on p.id = d.buyer_id where d.status in ('AT_MEMBER', 'IN_STORE') and d.buyer_id <> d.member_id"))
                .as("releases").containsExactly("F001");
        assertThat(ask("select count(*)::text from delivery where phone not like '100%'")).as("no driver's telephone rings").containsExactly("0");
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
            assertThat(signedIn).isEqualTo(22);
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
