package org.jucai.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo world in a real browser: every named screen in both languages, both sizes and both themes, and the journeys. */
class PagesTest {

    private static final Path BROWSER = Path.of("../../frontend-static/e2e");
    private static final int MINUTES = 25;

    @TempDir
    static Path data;

    @Test
    void everyScreenIsWholeAndEveryJourneyEnds() throws Exception {
        int port = freePort();
        assertThat(run(List.of("npm", "ci", "--prefer-offline", "--silent"))).as("npm ci in frontend-static/e2e").isZero();
        try (RunningJucai jucai = RunningJucai.launch(data, port).ready()) {
            Path pictures = Path.of("target/screens").toAbsolutePath();
            int failed = run(List.of("node", "run.mjs", "http://localhost:" + port, pictures.toString()));
            assertThat(failed).as("claims that failed; each is named above, its picture is in %s", pictures).isZero();
            assertThat(jucai.said()).as("nothing failed inside").doesNotContain(" ERROR ").doesNotContain("\tat ");
        }
    }

    /** The child gets pipes of its own: the test's are how the build speaks with it. */
    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(BROWSER.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        Thread said = Thread.startVirtualThread(() -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(System.out::println));
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end in " + MINUTES + " minutes");
        }
        said.join(Duration.ofSeconds(10));
        return process.exitValue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
