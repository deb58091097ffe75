package org.jucai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OtherProcess;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A process that dies in the middle of an upload, wherever it was. */
@PlatformTest
@Import({World.class, FileWorld.class})
class FileCrashTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired World world;
    @Autowired FileWorld files;
    @Autowired Platform platform;

    @Test
    void whatAKilledProcessBroughtAndDidNotKeepIsSeenByNobodyAndTakenAway() throws Exception {
        Client member = world.association(1).buyerOf(0);
        byte[] whole = Photos.jpeg(1, 700_000);
        byte[] half = Photos.jpeg(2, 4_000_000);
        String key = Client.newKey();
        try (OtherProcess other = OtherProcess.start(platform.database()).ready(); Connection owner = platform.databaseAs("jucai_owner", "owner"); Statement lock = owner.createStatement()) {
            Sender sender = new Sender(other.port(), member);
            owner.setAutoCommit(false);
            lock.execute("lock table stored_file in access exclusive mode");
            CompletableFuture<String> lost = CompletableFuture.supplyAsync(() -> sender.sends(key, "a.jpg", whole));
            try (Socket begun = sender.begins(Client.newKey(), half, 3_000_000)) {
                Awaitility.await().atMost(PATIENCE).until(() -> files.onDisk().stream().anyMatch(one -> one.endsWith(Photos.sha256(whole))));
                other.kill();
            }
            assertThat(lost.join()).as("nothing was acknowledged").doesNotContain("HTTP/1.1 2");
            owner.rollback();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> files.rows("stored_file") == 0);
        assertThat(files.rows("file_content")).as("announced").isEqualTo(1);
        assertThat(files.collected()).as("too soon: somebody might still be at it").isZero();
        world.clockMoves(Duration.ofHours(4));
        assertThat(files.collected()).isPositive();
        assertThat(files.onDisk()).isEmpty();
        assertThat(files.rows("file_content")).isZero();
        assertThat(new Sender(platform.port(), member).sends(key, "a.jpg", whole)).as("sent again under its key").startsWith("HTTP/1.1 201");
        assertThat(files.rows("stored_file")).isEqualTo(1);
    }
}
