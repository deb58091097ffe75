package org.jucai.platform.files.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jucai.platform.files.FileRefusal;
import org.jucai.platform.files.Photos;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

/** What a store promises, kept by a disk and by a server that speaks S3. */
class StoresTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final UUID PARTY = new UUID(1, 2);
    private static S3Server server;

    @TempDir Path directory;
    private final StoreThreads threads = new StoreThreads();
    private final AtomicLong numbers = new AtomicLong();
    private final Ids ids = () -> new UUID(0, numbers.incrementAndGet());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void serverStarts() {
        server = S3Server.start();
    }

    @AfterAll
    static void serverStops() {
        server.close();
    }

    private StoreProperties settings(DataSize reserve, String endpoint, String secret) {
        return new StoreProperties(directory.toString(), reserve, endpoint, "photos", "cn-north-1", S3Server.KEY_ID, secret, true, Duration.ofSeconds(5));
    }

    private ContentStore bucket(String endpoint, String secret) {
        StoreProperties settings = settings(DataSize.ofMegabytes(1), endpoint, secret);
        return new MeteredStore(new S3Store(settings, new S3Requests(settings, Clock.systemUTC()), threads), meters);
    }

    private ContentStore store(String kind) {
        if (kind.equals("disk")) return new MeteredStore(new DiskStore(settings(DataSize.ofMegabytes(1), "", ""), threads, ids), meters);
        StoreProperties settings = settings(DataSize.ofMegabytes(1), server.endpoint(), S3Server.SECRET);
        S3Requests.Asked making = new S3Requests.Asked(HttpMethod.PUT, settings.at(""), Map.of(), Optional.empty());
        WebClient.create().put().uri(making.at()).headers(all -> all.putAll(new S3Requests(settings, Clock.systemUTC()).signed(making)))
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode().value())).block(PATIENCE);
        return bucket(server.endpoint(), S3Server.SECRET);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("came-" + ids.next()), bytes);
    }

    private static ContentKey key(byte[] bytes) {
        return new ContentKey(PARTY, Photos.sha256(bytes), bytes.length);
    }

    private static byte[] all(Flux<DataBuffer> bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        bytes.doOnNext(one -> {
            byte[] part = new byte[one.readableByteCount()];
            one.read(part);
            DataBufferUtils.release(one);
            all.writeBytes(part);
        }).then().block(PATIENCE);
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk", "s3"})
    void whatIsPutComesBackWholeAndInPartsUntilItIsRemoved(String kind) throws IOException {
        ContentStore store = store(kind);
        byte[] photo = Photos.jpeg(1, 3_000_000);
        assertThat(store.holds(key(photo)).block(PATIENCE)).isFalse();
        store.put(key(photo), file(photo)).block(PATIENCE);
        store.put(key(photo), file(photo)).block(PATIENCE);
        assertThat(store.holds(key(photo)).block(PATIENCE)).isTrue();
        assertThat(all(store.read(key(photo), 0, photo.length))).isEqualTo(photo);
        assertThat(all(store.read(key(photo), 1_234_567, 100_001))).isEqualTo(Arrays.copyOfRange(photo, 1_234_567, 1_334_568));
        assertThat(all(store.read(key(photo), photo.length - 1, 1))).containsExactly(photo[photo.length - 1]);
        assertThat(store.holds(new ContentKey(PARTY, key(photo).sha256(), 7)).block(PATIENCE)).as("not in its length").isFalse();
        assertThat(store.holds(new ContentKey(new UUID(3, 4), key(photo).sha256(), photo.length)).block(PATIENCE)).as("another party's").isFalse();
        store.isThere().block(PATIENCE);
        store.remove(key(photo)).block(PATIENCE);
        store.remove(key(photo)).block(PATIENCE);
        assertThat(store.holds(key(photo)).block(PATIENCE)).isFalse();
        assertThatThrownBy(() -> all(store.read(key(photo), 0, photo.length))).extracting(failure -> ((RefusedException) failure).refusal()).isEqualTo(FileRefusal.FILE_STORE_AWAY);
        assertThat(meters.timer("jucai.files.store", "store", kind, "work", "put", "outcome", "done").count()).isEqualTo(2);
    }

    @Test
    void aBucketTakesNothingThatIsSignedWithAnotherSecretOrIsNotWhatWasSigned() throws IOException {
        ContentStore store = store("s3");
        byte[] photo = Photos.jpeg(2, 50_000);
        assertThatThrownBy(() -> bucket(server.endpoint(), "another secret").put(key(photo), file(photo)).block(PATIENCE)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> bucket(server.endpoint(), "another secret").isThere().block(PATIENCE)).isInstanceOf(RefusedException.class);
        assertThat(store.holds(key(photo)).block(PATIENCE)).isFalse();
    }

    @Test
    void whoDoesNotAnswerIsAwayAndNotWaitedForForEver() throws IOException {
        byte[] photo = Photos.jpeg(3, 1_000);
        try (java.net.ServerSocket silent = new java.net.ServerSocket(0)) {
            StoreProperties settings = new StoreProperties(directory.toString(), DataSize.ofMegabytes(1), "http://127.0.0.1:" + silent.getLocalPort(), "photos", "x", "a", "b", true,
                    Duration.ofMillis(300));
            ContentStore store = new MeteredStore(new S3Store(settings, new S3Requests(settings, Clock.systemUTC()), threads), meters);
            assertThatThrownBy(() -> store.put(key(photo), file(photo)).block(PATIENCE)).extracting(failure -> ((RefusedException) failure).refusal()).isEqualTo(FileRefusal.FILE_STORE_AWAY);
        }
        assertThatThrownBy(() -> bucket("http://127.0.0.1:1", "x").holds(key(photo)).block(PATIENCE)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aDiskWithoutRoomBeyondItsReserveTakesNothingInAndSaysSo() throws IOException {
        StoreProperties full = settings(DataSize.ofTerabytes(1_000_000), "", "");
        Incoming incoming = new Incoming(full, threads, ids, Clock.systemUTC());
        assertThatThrownBy(() -> incoming.open().block(PATIENCE)).extracting(failure -> ((RefusedException) failure).refusal()).isEqualTo(FileRefusal.FILE_STORE_FULL);
        assertThatThrownBy(() -> new DiskStore(full, threads, ids).isThere().block(PATIENCE)).isInstanceOf(RefusedException.class);
        assertThat(onDisk()).isEmpty();
    }

    private List<Path> onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void bytesThatAreThereAreNeverReplacedByOthersOfTheirLength() throws IOException {
        ContentStore store = store("disk");
        byte[] photo = Photos.jpeg(4, 10_000);
        store.put(key(photo), file(photo)).block(PATIENCE);
        store.put(key(photo), file(Photos.jpeg(5, 10_000))).block(PATIENCE);
        assertThat(all(store.read(key(photo), 0, photo.length))).isEqualTo(photo);
    }

    @Test
    void halfASettingOfABucketIsNoSetting() {
        assertThatThrownBy(() -> new StoreProperties("x", DataSize.ofBytes(1), "https://s3.example.cn", "photos", "x", "", "", true, PATIENCE)).hasMessageContaining("JUCAI_FILES_SECRET_KEY");
        assertThatThrownBy(() -> new StoreProperties("x", DataSize.ofBytes(1), "s3.example.cn/photos", "photos", "x", "a", "b", true, PATIENCE)).hasMessageContaining("JUCAI_FILES_ENDPOINT");
        StoreProperties inTheHost = new StoreProperties("x", DataSize.ofBytes(1), "https://s3.example.cn/", "photos", "x", "a", "secret", false, PATIENCE);
        assertThat(inTheHost.at("a/b")).hasToString("https://photos.s3.example.cn/a/b");
        assertThat(inTheHost.toString()).doesNotContain("secret");
    }
}
