package org.jucai.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo world in a real browser: every named screen in both languages, both sizes and both themes, and the journeys. */
class PagesTest {

    private static final Path BROWSER = Path.of("../../frontend-static/e2e");
    private static final int MINUTES = 40;
    private static final int ENDLESS = -1;
    private static final String TOLD = "failed.txt";
    private static final int MANY_WORDS = 12_000;

    @TempDir
    static Path data;

    @Test
    void everyScreenIsWholeAndEveryJourneyEnds() throws Exception {
        int port = freePort();
        assertThat(run(List.of("npm", "ci", "--prefer-offline", "--silent"))).as("npm ci in frontend-static/e2e").isZero();
        try (RunningJucai jucai = RunningJucai.launch(data, port).ready()) {
            Path pictures = Path.of("target/screens").toAbsolutePath();
            Files.deleteIfExists(pictures.resolve(TOLD));
            int failed = run(List.of("node", "run.mjs", "http://localhost:" + port, pictures.toString()));
            assertThat(failed).as("claims that failed, or %d for a run that did not end in %d minutes (pictures in %s):%n%s", ENDLESS, MINUTES, pictures, why(pictures)).isZero();
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
            return ENDLESS;
        }
        said.join(Duration.ofSeconds(10));
        return process.exitValue();
    }

    /** Which claims failed and why, as the browser's run left it; bounded, so that the end of a log shows it whole. */
    private static String why(Path pictures) throws IOException {
        Path told = pictures.resolve(TOLD);
        if (!Files.exists(told)) {
            return "the run ended before its first claim";
        }
        String all = Files.readString(told);
        return all.length() <= MANY_WORDS ? all : all.substring(0, MANY_WORDS) + "... the rest is in " + told;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
