package org.jucai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Files as people send and fetch them: over HTTP, with lines that break, and bytes on a real disk. */
@PlatformTest
@Import({World.class, FileWorld.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class FilesTest {

    @Autowired World world;
    @Autowired FileWorld files;
    @Autowired Platform platform;

    private World.Association us;
    private Client member;

    @BeforeEach
    void twoMembers() {
        us = world.association(2);
        member = us.buyerOf(0);
    }

    private static String content(JsonNode file) {
        return file.path("id").asString();
    }

    private Sender sender(Client who) {
        return new Sender(platform.port(), who);
    }

    @Test
    void whatIsKeptIsWhatWasSentByteForByte() throws Exception {
        byte[] photo = Photos.jpeg(1, 3_000_000);
        JsonNode file = member.uploads("/api/files?statedAt=2027-03-22T02:00:00Z&sha256=" + Photos.sha256(photo), "车尾.html", photo).ok();
        assertThat(file.path("name").asString()).isEqualTo("车尾.html.jpg");
        assertThat(file.path("mediaType").asString()).isEqualTo("image/jpeg");
        assertThat(file.path("sha256").asString()).isEqualTo(Photos.sha256(photo));
        assertThat(file.path("sizeBytes").asLong()).isEqualTo(3_000_000);
        assertThat(file.path("statedAt").asString()).isEqualTo("2027-03-22T02:00:00Z");
        assertThat(Files.readAllBytes(files.kept(photo))).isEqualTo(photo);
        HttpResponse<byte[]> got = sender(member).fetches(content(file));
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(photo);
        assertThat(got.headers().firstValue("etag")).contains("\"" + Photos.sha256(photo) + "\"");
        assertThat(got.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(got.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(got.headers().firstValue("content-security-policy")).contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(got.headers().firstValue("content-disposition").orElseThrow()).startsWith("attachment;").contains("filename*=UTF-8''%E8%BD%A6%E5%B0%BE.html.jpg");
    }

    @Test
    void whoHasTheBytesIsToldSoAndWhoWantsSomeGetsThose() throws Exception {
        byte[] photo = Photos.jpeg(2, 200_000);
        String file = content(member.uploads("/api/files", "a.jpg", photo).ok());
        String tag = "\"" + Photos.sha256(photo) + "\"";
        Sender reader = sender(member);
        assertThat(reader.fetches(file, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(reader.fetches(file, "If-None-Match", "\"other\"").body()).isEqualTo(photo);
        HttpResponse<byte[]> middle = reader.fetches(file, "Range", "bytes=70000-140000");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.headers().firstValue("content-range")).contains("bytes 70000-140000/200000");
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(photo, 70_000, 140_001));
        assertThat(reader.fetches(file, "Range", "bytes=199990-").body()).isEqualTo(Arrays.copyOfRange(photo, 199_990, 200_000));
        assertThat(reader.fetches(file, "Range", "bytes=-10").body()).isEqualTo(Arrays.copyOfRange(photo, 199_990, 200_000));
        assertThat(reader.fetches(file, "Range", "bytes=0-9,20-29").body()).as("of several ranges all is sent").isEqualTo(photo);
        assertThat(reader.fetches(file, "Range", "bytes=0-9", "If-Range", "\"other\"").body()).isEqualTo(photo);
        for (String outside : List.of("bytes=200000-", "bytes=9-1", "lines=1-2", "bytes=a-b")) {
            HttpResponse<byte[]> refused = reader.fetches(file, "Range", outside);
            assertThat(refused.statusCode()).as(outside).isEqualTo(416);
            assertThat(refused.headers().firstValue("content-disposition")).isEmpty();
        }
    }

    @Test
    void nobodyReadsAFileThatDoesNotConcernIt() throws Exception {
        byte[] photo = Photos.jpeg(3, 10_000);
        String file = content(member.uploads("/api/files", "a.jpg", photo).ok());
        Client rival = us.buyerOf(1);
        for (Client stranger : List.of(rival, us.secretariat())) {
            assertThat(stranger.get("/api/files/" + file).status()).isEqualTo(404);
            HttpResponse<byte[]> refused = sender(stranger).fetches(file);
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(sender(stranger).fetches(file, "If-None-Match", "\"" + Photos.sha256(photo) + "\"").statusCode()).as("nor does it tell by its ETag").isEqualTo(404);
        }
        assertThat(world.nobody().get("/api/files/" + file).status()).isEqualTo(401);
        String own = content(rival.uploads("/api/files", "a.jpg", photo).ok());
        assertThat(sender(rival).fetches(own).body()).as("the same bytes of its own are its own").isEqualTo(photo);
        assertThat(files.onDisk().stream().filter(one -> one.endsWith(Photos.sha256(photo)))).as("kept once per party").hasSize(2);
    }

    @Test
    void theSameKeyFiredAtOnceMakesOneFileAndTheSameBytesAreKeptOnce() throws Exception {
        byte[] photo = Photos.jpeg(4, 500_000);
        long before = files.rows("stored_file");
        String key = Client.newKey();
        List<Callable<String>> same = IntStream.range(0, 8).<Callable<String>>mapToObj(i -> () -> sender(member).sends(key, "a.jpg", photo)).toList();
        List<String> answers = Together.all(same);
        assertThat(answers).allMatch(one -> one.startsWith("HTTP/1.1 201") || one.startsWith("HTTP/1.1 409"));
        assertThat(answers.stream().filter(one -> one.startsWith("HTTP/1.1 201")).map(FilesTest::id).distinct()).hasSize(1);
        String again = sender(member).sends(key, "a.jpg", photo);
        assertThat(id(again)).isEqualTo(id(answers.stream().filter(one -> one.startsWith("HTTP/1.1 201")).findFirst().orElseThrow()));
        assertThat(files.rows("stored_file")).isEqualTo(before + 1);
        assertThat(sender(member).sends(key, "a.jpg", Photos.jpeg(5, 1_000))).as("another file under the same key").contains("idempotency-key-reused");
        member.uploads("/api/files", "b.jpg", photo).ok();
        assertThat(files.onDisk().stream().filter(one -> one.endsWith(Photos.sha256(photo)))).hasSize(1);
        assertThat(files.rows("stored_file")).isEqualTo(before + 2);
    }

    private static String id(String answer) {
        int at = answer.indexOf("\"id\":\"") + 6;
        return answer.substring(at, at + 36);
    }

    @Test
    void aLineThatBreaksInMidUploadLeavesNothing() throws Exception {
        long rows = files.rows("stored_file");
        long contents = files.rows("file_content");
        int disk = files.onDisk().size();
        int forms = FileWorld.ofForms().size();
        byte[] photo = Photos.jpeg(6, 4_000_000);
        for (int sent : new int[] {0, 100, 300_000, 1_500_000, 3_999_999}) {
            try (Socket line = sender(member).begins(Client.newKey(), photo, sent)) {
                if (sent > 1_000_000) Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> FileWorld.ofForms().size() > forms || files.onDisk().size() > disk);
                line.setSoLinger(true, 0);
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(FileWorld.ofForms()).hasSize(forms));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(files.onDisk()).hasSize(disk));
        assertThat(files.rows("stored_file")).isEqualTo(rows);
        assertThat(files.rows("file_content")).isEqualTo(contents);
    }

    @Test
    void aPhotoOfFortyMegabytesIsRefusedWithTheLimitAndWhatToDo() {
        int disk = files.onDisk().size();
        String told = sender(member).sends(Client.newKey(), "DSC_0001.jpg", Photos.jpeg(7, 40 << 20));
        assertThat(told).startsWith("HTTP/1.1 413").contains("file-too-large", "10 MB", "页面会先缩小再上传");
        String slightly = sender(member).sends(Client.newKey(), "a.jpg", Photos.jpeg(7, (10 << 20) + 1));
        assertThat(slightly).as("one byte over").startsWith("HTTP/1.1 413").contains("file-too-large");
        assertThat(sender(member).sends(Client.newKey(), "a.jpg", Photos.jpeg(7, 10 << 20))).as("exactly the limit").startsWith("HTTP/1.1 201");
        assertThat(files.onDisk()).hasSize(disk + 1);
    }

    @Test
    void whatIsOfNoKindThatIsKeptIsRefusedWhateverItsNameSays() {
        int disk = files.onDisk().size();
        for (String text : List.of("<html><script>alert(1)</script>", "<svg onload='x'/>", "MZ\u0090", "PK\u0003\u0004 broken")) {
            assertThat(member.uploads("/api/files", "photo.jpg", text.getBytes(StandardCharsets.ISO_8859_1)).refusal()).as(text).isEqualTo("file-type-unknown");
        }
        assertThat(member.uploads("/api/files", "a.xlsx", Photos.archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")).refusal()).isEqualTo("file-type-unknown");
        assertThat(member.uploads("/api/files", "a.zip", Photos.archive("[Content_Types].xml", "xl/workbook.xml")).ok().path("name").asString()).isEqualTo("a.zip.xlsx");
        assertThat(member.uploads("/api/files", "photo.jpg", new byte[0]).refusal()).isEqualTo("file-missing");
        assertThat(member.uploads("/api/files?sha256=" + "0".repeat(64), "photo.jpg", Photos.jpeg(8, 100)).refusal()).isEqualTo("file-differs");
        assertThat(files.onDisk()).hasSize(disk + 1);
    }

    @Test
    void bytesThatTheDiskChangedAreNotHandedOutAsThoseThatWereHashed() throws Exception {
        byte[] photo = Photos.jpeg(9, 300_000);
        String file = content(member.uploads("/api/files", "a.jpg", photo).ok());
        Path place = files.kept(photo);
        byte[] changed = photo.clone();
        changed[150_000] ^= 1;
        Files.write(place, changed);
        assertThatThrownBy(() -> sender(member).fetches(file)).as("the answer breaks off before its end").isInstanceOf(IOException.class);
        Files.write(place, Arrays.copyOf(photo, 299_999));
        HttpResponse<byte[]> shorter = sender(member).fetches(file);
        assertThat(shorter.statusCode()).isEqualTo(503);
        assertThat(new String(shorter.body(), StandardCharsets.UTF_8)).contains("file-store-away");
        member.uploads("/api/files", "again.jpg", photo).ok();
        assertThat(sender(member).fetches(file).body()).as("the same bytes sent again heal what was cut").isEqualTo(photo);
    }

    @Test
    void whereTheStoreIsAwayTheSenderIsToldAndNothingIsHalfKept() throws Exception {
        member.uploads("/api/files", "a.jpg", Photos.jpeg(11, 1_000)).ok();
        Path incoming = files.directory().resolve("incoming");
        Path aside = files.directory().resolve("aside");
        long rows = files.rows("file_content");
        Files.move(incoming, aside);
        Files.writeString(incoming, "a file where a directory should be");
        try {
            assertThat(member.uploads("/api/files", "a.jpg", Photos.jpeg(12, 1_000)).refusal()).isEqualTo("file-store-away");
            assertThat(files.rows("file_content")).isEqualTo(rows);
            assertThat(platform.meters()).contains("jucai_files_store_seconds_count");
        } finally {
            Files.delete(incoming);
            Files.move(aside, incoming);
        }
        member.uploads("/api/files", "a.jpg", Photos.jpeg(12, 1_000)).ok();
    }

    @Test
    void whatIsAttachedToNothingForAMonthIsTakenAwayAndItsBytesWithIt() {
        byte[] photo = Photos.jpeg(10, 20_000);
        String first = content(member.uploads("/api/files", "a.jpg", photo).ok());
        world.clockMoves(Duration.ofDays(20));
        String second = content(member.uploads("/api/files", "b.jpg", photo).ok());
        world.clockMoves(Duration.ofDays(11));
        files.collected();
        assertThat(member.get("/api/files/" + first).status()).isEqualTo(404);
        assertThat(member.get("/api/files/" + second).status()).isEqualTo(200);
        assertThat(Files.exists(files.kept(photo))).as("another file has the same bytes").isTrue();
        world.clockMoves(Duration.ofDays(20));
        files.collected();
        world.clockMoves(Duration.ofHours(2));
        files.collected();
        assertThat(member.get("/api/files/" + second).status()).isEqualTo(404);
        assertThat(files.onDisk().stream().filter(one -> one.endsWith(Photos.sha256(photo)))).isEmpty();
    }
}
