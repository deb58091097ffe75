package org.jucai.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** How soon many hear of a change while demand goes on coming in, what that costs the intake, and what a listener costs. */
final class LiveBench {

    private final Place place;
    private final Fixture fixture;
    private final int lines;
    private final Table table;
    private final HttpClient client = HttpClient.newHttpClient();
    private int day = 1;

    /** Where a line of the table goes. */
    interface Table {
        void say(String claim, String target, String measured);
    }

    LiveBench(Place place, Fixture fixture, int lines, Table table) {
        this.place = place;
        this.fixture = fixture;
        this.lines = lines;
        this.table = table;
    }

    void measure() throws Exception {
        Load load = new Load(place.port(), fixture);
        load.run(256, lines * 3, 1);
        warmUp();
        many(load, 1_000, "≤ 250 ms at ≥ 80 % of intake");
        many(load, 10_000, "≤ 1000 ms at ≥ 50 % of intake");
    }

    /** As the intake is warm before it is measured, so is the telling: the first of it runs uncompiled. */
    private void warmUp() throws Exception {
        try (Watchers watchers = watchers(500)) {
            for (int change = 0; change < 40; change++) watchers.hear(500, this::moveTheEnd);
        }
    }

    private Watchers watchers(int count) throws Exception {
        return new Watchers(place.port(), "/api/events?topics=round:" + fixture.watchedRound(), count);
    }

    private void many(Load load, int count, String target) throws Exception {
        double alone = load.run(256, lines, 1).perSecond();
        Map<String, Long> before = place.liveBytes();
        try (Watchers watchers = watchers(count)) {
            Map<String, Long> held = more(place.liveBytes(), before, count);
            CompletableFuture<Load.Outcome> intake = CompletableFuture.supplyAsync(() -> run(load));
            while (!intake.isDone()) {
                watchers.hear(count, this::moveTheEnd);
                TimeUnit.MILLISECONDS.sleep(400);
            }
            double kept = intake.get().perSecond() / alone;
            table.say("%,d watchers hear a change, 99 %% of them".formatted(count), target, "%.0f ms (half of them %.0f ms) at %.0f %% of intake"
                    .formatted(watchers.milliseconds(.99), watchers.milliseconds(.5), kept * 100));
            table.say("heap of each of %,d watchers".formatted(count), "≤ 12 KB", "%.1f KB".formatted(held.values().stream().mapToLong(Long::longValue).sum() / 1024.0));
            table.say("most of the heap of each of %,d watchers".formatted(count), "", largest(held));
        }
    }

    /** Bytes of each class that one listener holds. */
    private static Map<String, Long> more(Map<String, Long> after, Map<String, Long> before, int count) {
        Map<String, Long> more = new HashMap<>();
        after.forEach((type, bytes) -> more.put(type, (bytes - before.getOrDefault(type, 0L)) / count));
        return more;
    }

    private static String largest(Map<String, Long> held) {
        return held.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(6)
                .map(one -> "%,d B `%s`".formatted(one.getValue(), one.getKey()))
                .collect(Collectors.joining(", "));
    }

    private Load.Outcome run(Load load) {
        try {
            return load.run(256, lines, 1);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void moveTheEnd() throws Exception {
        String body = "{\"collectingEndsAt\":\"2098-%02d-%02dT00:00:00Z\",\"reason\":\"measured\"}".formatted(1 + day / 28 % 12, 1 + day % 28);
        day++;
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + place.port() + "/api/rounds/" + fixture.watchedRound() + "/extend"))
                .header("Authorization", "Bearer " + fixture.secretariatsToken()).header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
}
