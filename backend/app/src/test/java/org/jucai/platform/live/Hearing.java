package org.jucai.platform.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that listens over real HTTP. */
public final class Hearing implements AutoCloseable {

    static final String OVER = "(over)";
    static final String OPENED = "(opened)";

    /** What tests do before they listen, and the block that opens a stream. */
    static final Set<String> BEFORE = Set.of("RoundDrafted", "RoundAnnounced", "CollectingOpened", OPENED);

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final InputStream stream;
    private final int status;
    private final BlockingQueue<Heard> queue = new LinkedBlockingQueue<>();

    /** One block: an event, the opening with a cursor only, or the end. */
    public record Heard(String id, String type, JsonNode data) {}

    private Hearing(HttpResponse<InputStream> answer) {
        this.stream = answer.body();
        this.status = answer.statusCode();
        if (status == 200) Thread.ofVirtual().start(this::read);
    }

    public static Hearing of(int port, String token, String topics, @Nullable String lastHeard) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/events?topics=" + topics));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (lastHeard != null) request.header("Last-Event-ID", lastHeard);
        try {
            return new Hearing(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    int status() {
        return status;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String id = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) id = line.substring(4);
                if (line.startsWith("data: ")) data = line.substring(6);
                if (!line.isEmpty() || id.isEmpty()) continue;
                JsonNode node = JSON.readTree(data.isEmpty() ? "{}" : data);
                queue.add(new Heard(id, data.isEmpty() ? OPENED : node.path("type").asString(), node));
                id = "";
                data = "";
            }
        } catch (IOException cut) {
            queue.add(new Heard("", OVER, JSON.createObjectNode()));
            return;
        }
        queue.add(new Heard("", OVER, JSON.createObjectNode()));
    }

    /** All that is heard up to the first of this type, which must come. */
    public List<Heard> upTo(String type) {
        return upTo(heard -> heard.type().equals(type));
    }

    public List<Heard> upTo(Predicate<Heard> last) {
        List<Heard> all = new ArrayList<>();
        try {
            while (true) {
                Heard next = queue.poll(20, TimeUnit.SECONDS);
                if (next == null) throw new AssertionError("never heard; only " + all);
                all.add(next);
                if (last.test(next)) return all;
                if (next.type().equals(OVER)) throw new AssertionError("the stream ended after " + all);
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    public Hearing opened() {
        upTo(OPENED);
        return this;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException ignored) {
            // the server may have been first
        }
    }
}
