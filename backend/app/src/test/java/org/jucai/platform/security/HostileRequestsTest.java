package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jucai.platform.testing.AgreeingGates;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

/** Made from the specification: requests twisted in every way a hand or a program twists them. None of them fails inside. */
@PlatformTest
@Import({Stage.class, AgreeingGates.class, BiddingScenes.class, AwardScenes.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class HostileRequestsTest {

    private static final long SEED = 20_270_411L;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    @Autowired Stage stage;
    @Autowired AgreeingGates gates;
    @Autowired BiddingScenes bidding;
    @Autowired AwardScenes awards;

    @Test
    void nothingThatAnybodySendsFailsInside() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Scenes scenes = new Scenes(stage, gates, bidding);
        scenes.add(awards);
        Map<String, String> wrong = new LinkedHashMap<>();
        int sent = 0;
        for (Written operation : stage.operations()) {
            if (operation.id().equals("signOut") || operation.id().equals("listen")) continue;
            Scenes.Ready ready = ready(scenes, operation);
            Request good = request(ready);
            for (Twist twist : Twist.all(operation, ready.body(), random)) {
                sent++;
                String fault = fault(good.twisted(twist));
                if (!fault.isEmpty()) wrong.put(operation.id() + " " + twist.name(), fault);
            }
        }
        assertThat(wrong).as("of %d requests, seed %d", sent, SEED).isEmpty();
        assertThat(sent).isGreaterThan(2_000);
    }

    private static Scenes.Ready ready(Scenes scenes, Written operation) {
        try {
            return scenes.ready(operation);
        } catch (IllegalStateException stuck) {
            throw new AssertionError("the scene of " + operation.id(), stuck);
        }
    }

    /** A request as bytes: line, headers, body. */
    private record Request(HttpMethod method, String path, Map<String, String> headers, byte[] body) {

        Request twisted(Twist twist) {
            Map<String, String> changed = new LinkedHashMap<>(headers);
            changed.putAll(twist.headers());
            return new Request(method, twist.path().apply(path), changed, twist.body() == null ? body : twist.body());
        }

        byte[] bytes() {
            StringBuilder head = new StringBuilder(method.name()).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
            headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
            if (!method.equals(HttpMethod.GET)) head.append("Content-Length: ").append(body.length).append("\r\n");
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            if (!method.equals(HttpMethod.GET)) all.writeBytes(body);
            return all.toByteArray();
        }
    }

    private static Request request(Scenes.Ready ready) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "*/*");
        if (ready.who() != null) headers.put("Cookie", "JUCAI_SESSION=" + ready.who().cookie());
        if (ready.who() != null) headers.put("X-CSRF-Token", ready.who().csrf());
        headers.put("Content-Type", ready.operation().uploads() ? "multipart/form-data; boundary=x" : "application/json");
        headers.put("Idempotency-Key", Client.newKey());
        if (ready.version() != null) headers.put("If-Match", ready.version());
        byte[] body = ready.body() == null ? new byte[0] : ready.body().toString().getBytes(StandardCharsets.UTF_8);
        return new Request(ready.operation().method(), ready.path(), headers, body);
    }

    /** What is wrong with the answer: a failure inside, or a refusal that is no problem document. */
    private String fault(Request request) throws IOException {
        try (Socket socket = new Socket("localhost", stage.port())) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
            return judged(socket.getInputStream());
        }
    }

    private static String judged(InputStream in) throws IOException {
        String answer = new String(answer(in), StandardCharsets.UTF_8);
        if (answer.isEmpty()) return "the line was cut without an answer";
        int status = Integer.parseInt(answer.substring(9, 12));
        String head = answer.substring(0, Math.max(answer.indexOf("\r\n\r\n"), 0)).toLowerCase(Locale.ROOT);
        boolean problem = head.contains("application/problem+json");
        if (status >= 500 && !(status == 503 && problem && head.contains("retry-after:"))) return answer;
        // What is no HTTP at all is refused before anything of ours sees it.
        boolean unread = (status == 400 || status == 414 || status == 431) && head.contains("content-length: 0");
        return status < 400 || problem || unread ? "" : answer;
    }

    /** One answer: its head, and as much body as the head says. */
    private static byte[] answer(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[8_192];
        while (!isWhole(all.toString(StandardCharsets.ISO_8859_1))) {
            int read;
            try {
                read = in.read(chunk);
            } catch (SocketException reset) {
                read = -1;
            }
            if (read < 0) break;
            all.write(chunk, 0, read);
        }
        return all.toByteArray();
    }

    private static boolean isWhole(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) return false;
        Matcher length = LENGTH.matcher(answer.substring(0, end));
        if (length.find()) return answer.length() >= end + 4 + Integer.parseInt(length.group(1));
        return answer.startsWith("HTTP/1.1 204") || answer.endsWith("0\r\n\r\n");
    }

    @Test
    void theWorstPathsAndMethodsAreRefusedAsProblems() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String path : List.of("/api/rounds/%ff%fe", "/api/rounds/..%2f..%2fetc", "/api/%2e%2e/api/rounds", "/api//rounds", "/api/rounds;a=b", "/api/rounds/%00",
                "/api/rounds/" + "a".repeat(3_000), "/api/grade-names?text=%", "/api/grade-names?text=%e4%bd", "/api/rounds?limit=1&limit=2&limit=x",
                "/api/rounds?cursor=%F0%9F%98%80", "/api/grades/%E2%80%AE", "/api/price-series?gradeCodes=" + "GL-85A,".repeat(200))) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH, HttpMethod.valueOf("TRACE"), HttpMethod.valueOf("BREW"))) {
                String fault = fault(new Request(method, path, Map.of(), "{}".getBytes(StandardCharsets.UTF_8)));
                if (!fault.isEmpty()) wrong.add(method + " " + path + " -> " + fault);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
