package org.jucai.platform.contracts.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.at;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jucai.platform.contracts.custody.CustodyBook;
import org.jucai.platform.testing.Books;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OtherProcess;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Sent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A process is killed while weighings stream in, some of them between the ticket and its event. */
@PlatformTest
@Import(DeliveryWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class WeighingKilledTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SEALING = "--jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final int PHONES = 4;
    private static final int TRUCKS = 8;

    /** How much of a weighing there is: ticket, delivery, parcel, both events, answer. */
    private static final String ALL = "WEIGHED 31980 1 1 1 1 1";
    private static final String NOTHING = "GATE_CHECKED 0 0 0 0 0 0";

    private static final String STANDS = """
            select d.status || ' ' || coalesce(d.settled_kg, 0) || ' ' || (select count(*) from weigh_ticket t where t.delivery_id = d.id)
                || ' ' || (select count(*) from custody_parcel p where p.delivery_id = d.id)
                || ' ' || (select count(*) from event e where e.stream_id = d.id and e.type = 'DeliveryWeighed')
                || ' ' || (select count(*) from event e where e.stream_id = '%s') || ' ' || (select count(*) from idempotency_record i where i.key = '%s' and i.answer is not null)
            from delivery d where d.id = '%s'
            """;

    @Autowired DeliveryWorld deliveries;
    @Autowired Platform platform;

    /** One ticket that a phone sends, under its own key. */
    private record Typed(Client who, JsonNode truck, String path, Sent.Body body) {}

    @Test
    void afterSigkillBetweenWeighingAndEventEachTicketIsThereWithAllThatBelongsToItOrNotAtAllAndSentAgainIsEnteredOnce() throws Exception {
        List<List<Typed>> phones = IntStream.range(0, PHONES).mapToObj(_ -> phone()).toList();
        List<Typed> batch = batch();
        List<Sent> sent;
        try (OtherProcess killed = OtherProcess.start(platform.database(), SEALING).ready()) {
            sent = sentUntilTheKill(killed, phones, batch.getFirst());
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(new Books(platform).idleInTransaction() + waiting()).isZero());
        List<Typed> typed = phones.stream().flatMap(List::stream).toList();
        List<String> acknowledged = sent.stream().filter(one -> one.status() == 200).map(Sent::key).toList();
        assertThat(sent.stream().filter(Sent::unanswered)).as("each phone, and the batch, ended with a ticket that nobody answered").hasSize(PHONES + 1);
        for (Typed one : typed) assertThat(stands(one)).as(one.body().key()).isEqualTo(acknowledged.contains(one.body().key()) ? ALL : NOTHING);
        for (Typed one : batch) assertThat(stands(one)).as("of the batch").isEqualTo(NOTHING);
        try (OtherProcess again = OtherProcess.start(platform.database(), SEALING).ready()) {
            typed.forEach(one -> assertThat(again(again, one).path("settledKg").asLong()).isEqualTo(31_980));
            assertThat(again(again, batch.getFirst()).path("taken").asInt()).isEqualTo(TRUCKS);
            typed.forEach(one -> assertThat(again(again, one).path("version").asLong()).as("and once more").isEqualTo(5));
        }
        for (Typed one : typed) assertThat(stands(one)).isEqualTo(ALL);
        for (Typed one : batch) assertThat(stands(one)).as("of the batch").isEqualTo(ALL);
    }

    /** Of a gate of its own: tickets of one contract wait for each other. */
    private List<Typed> phone() {
        return atTheGate().stream().map(one -> new Typed(one.who(), one.truck(), at(one.truck(), "weigh"), new Sent.Body(ticket(), Client.newKey()))).toList();
    }

    /** One body for all trucks of a gate. */
    private List<Typed> batch() {
        List<Typed> trucks = atTheGate();
        List<Map<String, Object>> rows = trucks.stream().map(one -> {
            Map<String, Object> row = new TreeMap<>(ticket());
            row.put("deliveryCode", one.truck().path("code").asString());
            return row;
        }).toList();
        Sent.Body body = new Sent.Body(Map.of("tickets", rows), Client.newKey());
        return trucks.stream().map(one -> new Typed(one.who(), one.truck(), "/api/weigh-tickets", body)).toList();
    }

    private List<Typed> atTheGate() {
        DeliveryWorld.Bought bought = deliveries.agency(TRUCKS * 32, 0);
        return IntStream.range(0, TRUCKS).mapToObj(_ -> deliveries.checked(bought, deliveries.planned(bought, 32_000), bought.member()))
                .map(truck -> new Typed(bought.member(), truck, "", new Sent.Body(Map.of(), ""))).toList();
    }

    private static Map<String, Object> ticket() {
        return DeliveryWorld.ticket("DESTINATION", "K-" + Client.newKey(), 47_980);
    }

    /** Once some are acknowledged, no event is written any more: whoever weighs then has entered its ticket, and stands before its event when the process dies. */
    private List<Sent> sentUntilTheKill(OtherProcess process, List<List<Typed>> phones, Typed batch) throws Exception {
        CountDownLatch underWay = new CountDownLatch(PHONES + 2);
        List<Sent> all = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor(); Connection holder = platform.databaseAs("postgres", "postgres"); Statement statement = holder.createStatement()) {
            List<Future<List<Sent>>> sending = new ArrayList<>();
            for (List<Typed> phone : phones) sending.add(senders.submit(() -> untilTheLineBreaks(process, phone, underWay)));
            assertThat(underWay.await(60, TimeUnit.SECONDS)).as("weighings stream in").isTrue();
            holder.setAutoCommit(false);
            statement.execute("lock table event in share mode");
            sending.add(senders.submit(() -> List.of(sends(process, batch))));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isEqualTo(PHONES + 1));
            process.kill();
            holder.rollback();
            for (Future<List<Sent>> each : sending) all.addAll(each.get(60, TimeUnit.SECONDS));
        }
        return all;
    }

    private static List<Sent> untilTheLineBreaks(OtherProcess process, List<Typed> tickets, CountDownLatch underWay) {
        List<Sent> sent = new ArrayList<>();
        for (Typed one : tickets) {
            sent.add(sends(process, one));
            if (sent.getLast().unanswered()) break;
            underWay.countDown();
        }
        return sent;
    }

    private static Sent sends(OtherProcess process, Typed typed) {
        return Sent.command(process.port(), typed.path(), typed.who(), typed.body());
    }

    /** As the phone does once the line is there again. */
    private static JsonNode again(OtherProcess process, Typed typed) {
        Sent answer = await().atMost(PATIENCE).until(() -> sends(process, typed), sent -> !sent.problem().equals("request-in-flight"));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String stands(Typed one) throws SQLException {
        UUID id = UUID.fromString(one.truck().path("id").asString());
        return ask(STANDS.formatted(CustodyBook.streamOf(id), one.body().key(), id));
    }

    /** Who stands before its event. */
    private long waiting() throws SQLException {
        return Long.parseLong(ask("select count(*) from pg_locks l join pg_stat_activity a using (pid) where l.relation = 'event'::regclass and not l.granted and a.usename = 'jucai_app'"));
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = platform.databaseAs("postgres", "postgres"); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
