package org.jucai.platform.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

/**
 * Before the opening a spy has the whole database as its superuser sees it, the write-ahead log, all that is logged at every level, the text of
 * the meters' endpoint after each envelope and an administrator's session, and chose the two offers itself. Of 1,000 envelopes that a real
 * server took it learns from 500 which of the two lay in them, and guesses the others.
 */
@PlatformTest
@ResourceLock(Servers.LOCK)
@Import(BidWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class SpyTest {

    private static final long SEED = 20_270_402;
    private static final int TRIALS = 1_000;
    private static final int SUPPLIERS = 40;
    /** Of 500 fair guesses fewer than 180 or more than 320 are right once in two thousand million; some forty ways of guessing are tried. */
    private static final int LEAST = 180;
    private static final int MOST = 320;
    private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9_-]{40,}");
    private static final int SEGMENT = 16 << 20;

    @Autowired BidWorld bids;
    @Autowired Platform platform;

    private final Map<String, Integer> trials = new HashMap<>();
    private final Map<String, List<byte[]>> evidence = new TreeMap<>();

    private void got(String source, int trial, byte[] what) {
        List<byte[]> all = evidence.computeIfAbsent(source, _ -> new ArrayList<>());
        while (all.size() < TRIALS) all.add(new byte[0]);
        byte[] before = all.get(trial);
        byte[] joined = java.util.Arrays.copyOf(before, before.length + what.length);
        System.arraycopy(what, 0, joined, before.length, what.length);
        all.set(trial, joined);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whoeverHasTheDatabaseItsLogTheLogsTheMetersAndAnAdministratorsSessionGuessesNoBetterThanChance() throws Exception {
        System.out.println("seed " + SEED);
        BidWorld.Tendered round = bids.tendered();
        boolean[] truth = new boolean[TRIALS];
        SplittableRandom coin = new SplittableRandom(SEED);
        for (int i = 0; i < TRIALS; i++) truth[i] = coin.nextBoolean();
        try (Connection superuser = Servers.postgres(platform.database()).getDatabase("postgres", platform.database()).getConnection()) {
            handIn(round, truth, superuser);
            dump(superuser);
        }
        for (String path : HiddenOffersTest.paths(round)) elsewhere(round.us().secretariat().get(path).body().toString());
        assertThat(evidence.keySet()).as("the spy got hold of all of it").contains("row", "sealed", "wal", "metrics", "log");
        Map<String, Integer> right = new TreeMap<>();
        evidence.forEach((source, seen) -> new Spy(seen, truth).right().forEach((way, count) -> right.put(source + " by " + way, count)));
        System.out.println("right of " + TRIALS / 2 + ": " + right);
        assertThat(right).allSatisfy((way, count) -> assertThat(count).as(way).isBetween(LEAST, MOST));
    }

    private void handIn(BidWorld.Tendered round, boolean[] truth, Connection superuser) throws Exception {
        Logger product = (Logger) LoggerFactory.getLogger("org.jucai");
        Level usual = product.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
        product.setLevel(Level.TRACE);
        long[] written = new long[TRIALS + 1];
        Map<String, String> measured = measures();
        for (int i = 0; i < TRIALS; ) {
            Client supplier = bids.supplier(round);
            for (int version = 1; version <= TRIALS / SUPPLIERS; version++, i++) {
                byte[] envelope = truth[i] ? bids.sealed(round, supplier.party(), version, 2, 999_999) : bids.sealed(round, supplier.party(), version, 1, 100_000);
                int before = log.list.size();
                long from = written(superuser);
                String digest = supplier.sends(HttpMethod.PUT, round.envelope(), envelope).ok().path("envelopes").get(version - 1).path("envelopeSha256").asString();
                trials.put(digest, i);
                got("wal", i, wal(superuser, from, written(superuser)));
                for (ILoggingEvent event : List.copyOf(log.list.subList(before, log.list.size()))) got("log", i, bytes(event.getFormattedMessage() + "\n"));
                got("log", i, new byte[0]);
                measured = changed(measured, i);
            }
        }
        product.setLevel(usual);
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    private Map<String, String> measures() {
        Map<String, String> measures = new HashMap<>();
        platform.meters().lines().filter(line -> !line.startsWith("#")).forEach(line -> measures.put(line.substring(0, line.lastIndexOf(' ')), line));
        return measures;
    }

    private Map<String, String> changed(Map<String, String> before, int trial) {
        Map<String, String> now = measures();
        StringBuilder lines = new StringBuilder();
        now.forEach((what, line) -> {
            if (!line.equals(before.get(what))) lines.append(line).append('\n');
        });
        got("metrics", trial, bytes(lines.toString()));
        return now;
    }

    private static long written(Connection superuser) throws SQLException {
        return Long.parseLong(asked(superuser, "select (pg_current_wal_flush_lsn() - '0/0')::bigint").getFirst());
    }

    private static byte[] wal(Connection superuser, long from, long to) throws SQLException, IOException {
        Path directory = Path.of(asked(superuser, "show data_directory").getFirst(), "pg_wal");
        byte[] slice = new byte[(int) (to - from)];
        for (long at = from; at < to; ) {
            long segment = at / SEGMENT;
            int length = (int) Math.min(to - at, (segment + 1) * SEGMENT - at);
            try (RandomAccessFile file = new RandomAccessFile(directory.resolve("%08X%08X%08X".formatted(1, segment / 256, segment % 256)).toFile(), "r")) {
                file.seek(at % SEGMENT);
                file.readFully(slice, (int) (at - from), length);
            }
            at += length;
        }
        return slice;
    }

    private static List<String> asked(Connection superuser, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = superuser.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) rows.add(found.getString(1));
        }
        return rows;
    }

    /** Every row of every table, as the superuser copies it; what names an envelope's digest belongs to its trial. */
    private void dump(Connection superuser) throws SQLException, IOException {
        for (String table : asked(superuser, "select tablename from pg_tables where schemaname = 'public' order by 1")) {
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            superuser.unwrap(PGConnection.class).getCopyAPI().copyOut("copy \"" + table + "\" to stdout", copy);
            for (String line : copy.toString(StandardCharsets.UTF_8).split("\n")) {
                if (table.equals("bid_envelope")) envelope(line);
                else elsewhere(line);
            }
        }
    }

    private void envelope(String line) {
        Matcher digest = DIGEST.matcher(line);
        if (!digest.find() || !trials.containsKey(digest.group())) return;
        int trial = trials.get(digest.group());
        got("row", trial, bytes(line));
        for (String column : line.split("\t")) {
            if (!column.startsWith("\\\\x")) continue;
            Matcher sealed = SEALED.matcher(new String(java.util.HexFormat.of().parseHex(column.substring(3)), StandardCharsets.UTF_8));
            while (sealed.find()) {
                if (sealed.group().length() % 4 != 1) got("sealed", trial, Base64.getUrlDecoder().decode(sealed.group()));
            }
        }
    }

    private void elsewhere(String text) {
        Matcher digest = DIGEST.matcher(text);
        while (digest.find()) if (trials.containsKey(digest.group())) got("elsewhere", trials.get(digest.group()), bytes(text));
    }

    @Test
    void theSameSpyFindsAPriceThatIsLoggedALengthThatTellsAndAByteThatIsNotEven() {
        SplittableRandom chance = new SplittableRandom(SEED);
        boolean[] truth = new boolean[TRIALS];
        Map<String, List<byte[]>> leaks = new TreeMap<>(Map.of("word", new ArrayList<>(), "length", new ArrayList<>(), "bit", new ArrayList<>(), "centre", new ArrayList<>()));
        for (int i = 0; i < TRIALS; i++) {
            truth[i] = chance.nextBoolean();
            byte[] noise = new byte[400];
            for (int b = 0; b < noise.length; b++) noise[b] = (byte) chance.nextInt(256);
            leaks.get("word").add(bytes("took offer " + chance.nextInt(1_000_000) + " at " + (truth[i] ? "9999.99" : "1000.00")));
            leaks.get("length").add(java.util.Arrays.copyOf(noise, truth[i] ? 400 : 399));
            byte[] marked = noise.clone();
            marked[123] = (byte) (truth[i] ? marked[123] | 4 : marked[123] & ~4);
            leaks.get("bit").add(marked);
            byte[] uneven = noise.clone();
            for (int b = 0; b < 40 && truth[i]; b++) uneven[b * 7] = 'q';
            leaks.get("centre").add(uneven);
        }
        leaks.forEach((way, seen) -> assertThat(new Spy(seen, truth).right().get(way)).as(way).isGreaterThan(MOST));
    }
}
