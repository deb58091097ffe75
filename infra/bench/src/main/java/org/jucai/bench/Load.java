package org.jucai.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Buyers who place lines as fast as they are answered, each on a connection of its own. */
final class Load {

    private static final String LINE = """
            {"acceptedGrades":["GL-85A","GL-80"],"minimumKg":60000,"targetKg":%d,"maximumKg":128000,"priceCapFenPerTonne":212500,\
            "deliveryFromOn":"2026-03-05","deliveryToOn":"2026-03-25","size":"LUMP","packing":"BULK","payment":"CASH","remark":"bench"}""";

    private final int port;
    private final Fixture fixture;

    Load(int port, Fixture fixture) {
        this.port = port;
        this.fixture = fixture;
    }

    /** What came of it. */
    record Outcome(long lines, double seconds, long[] microseconds) {

        double perSecond() {
            return lines / seconds;
        }

        double milliseconds(double quantile) {
            return microseconds.length == 0 ? -1 : microseconds[(int) Math.min(microseconds.length - 1, Math.floor(microseconds.length * quantile))] / 1000.0;
        }
    }

    /** Keeps {@code inFlight} requests going until {@code lines} are placed, into the first {@code rounds} rounds. */
    Outcome run(int inFlight, int lines, int rounds) throws Exception {
        AtomicInteger left = new AtomicInteger(lines);
        AtomicLong placed = new AtomicLong();
        long[] times = new long[lines];
        CountDownLatch done = new CountDownLatch(inFlight);
        long start = System.nanoTime();
        for (int i = 0; i < inFlight; i++) {
            int client = i;
            Thread.ofVirtual().start(() -> {
                try (Socket socket = new Socket("localhost", port)) {
                    socket.setTcpNoDelay(true);
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
                    OutputStream out = socket.getOutputStream();
                    for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
                        long before = System.nanoTime();
                        out.write(request(client + n, rounds));
                        if (answer(in) != 201) throw new IOException("a line was not placed");
                        times[(int) placed.getAndIncrement()] = (System.nanoTime() - before) / 1000;
                    }
                } catch (IOException failure) {
                    System.err.println("client " + client + ": " + failure.getMessage());
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] sorted = Arrays.copyOf(times, (int) placed.get());
        Arrays.sort(sorted);
        return new Outcome(placed.get(), seconds, sorted);
    }

    private byte[] request(int n, int rounds) {
        String body = LINE.formatted(60_000 + ThreadLocalRandom.current().nextInt(60_000));
        String head = "POST /api/rounds/" + fixture.rounds().get(rounds == 1 ? 0 : 1 + n % rounds) + "/demand-lines HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + fixture.tokens().get(n % Fixture.ENTERPRISES) + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads one answer to its end and tells its status. */
    static int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) length = Integer.parseInt(header.substring(15).trim());
        }
        byte[] body = in.readNBytes(length);
        if (status != 201) System.err.println(status + " " + new String(body, StandardCharsets.UTF_8));
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the connection was closed");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
