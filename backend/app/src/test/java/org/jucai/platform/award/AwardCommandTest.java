package org.jucai.platform.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jucai.platform.JucaiApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, started as the released jar starts it. */
class AwardCommandTest {

    private static final String PROBLEM = """
            {"format": "jucai-award-problem/1", "round": "R-1", "gridKg": 1, "rules": [], "suppliers": [],
             "lots": [{"id": "L0", "minimumKg": 0, "targetKg": 0, "maximumKg": 5, "mustBeServed": false, "outsideFenPerTonne": 7}]}
            """;
    private static final String RESULT = """
            {"format": "jucai-award-result/1", "problemSha256": "%s", "engine": "by hand", "engineVersion": "1",
             "run": {"kind": "DETERMINISTIC", "workLimit": 0, "work": 0}, "status": "OPTIMAL", "objectiveMilliFen": 0, "boundMilliFen": 0,
             "totalFen": 0, "awards": [], "failedLots": ["L0"],
             "certificate": {"kind": "LAGRANGIAN_TREE", "scale": 1, "tree": {"lots": {}, "rules": {}}}}
            """;
    private static final String DIGEST = "466d2715f83c2f5c1a6dcf73ae9149f679299ebf5289ba3626e897c2549e8b93";

    @TempDir
    private static Path directory;

    private record Said(int exit, String out, String err) {}

    @BeforeAll
    static void write() throws IOException {
        write("problem.json", PROBLEM);
        write("result.json", RESULT.formatted(DIGEST));
        write("wrong.json", RESULT.formatted(DIGEST).replace("\"totalFen\": 0", "\"totalFen\": 1"));
        write("broken.json", "{");
        write("bundle.json", "{\"format\": \"jucai-award-bundle/1\", \"problem\": " + PROBLEM + ", \"result\": " + RESULT.formatted(DIGEST) + "}");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(directory.resolve("bundle.zip")))) {
            for (String name : List.of("problem.json", "result.json")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(directory.resolve(name)));
            }
        }
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static Said run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), JucaiApplication.class.getName(), "award"));
        for (String argument : arguments) command.add(argument.contains(".") ? directory.resolve(argument).toString() : argument);
        Path err = Files.createTempFile(directory, "err", ".txt");
        Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out, Files.readString(err));
    }

    @Test
    void aResultThatHoldsEndsWithZeroFromTwoFilesAndFromABundleOfEitherKind() throws IOException, InterruptedException {
        for (String[] files : new String[][] {{"problem.json", "result.json"}, {"bundle.json"}, {"bundle.zip"}}) {
            List<String> arguments = new ArrayList<>(List.of("check", "--language=both"));
            arguments.addAll(List.of(files));
            Said said = run(arguments.toArray(String[]::new));
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).contains("成立：").contains("Holds:").contains(DIGEST);
            assertThat(said.exit()).isEqualTo(AwardCommand.HOLDS);
        }
    }

    @Test
    void aResultThatDoesNotHoldEndsWithOneAndSaysTheRule() throws IOException, InterruptedException {
        Said said = run("check", "--language=en", "problem.json", "wrong.json");
        assertThat(said.out()).contains("[rule 8] A total of 1 fen is stated, it is 0.");
        assertThat(said.exit()).isEqualTo(AwardCommand.DOES_NOT_HOLD);
    }

    @Test
    void whatIsSolvedHoldsAndFromABundleComesOutTheSame() throws IOException, InterruptedException {
        assertThat(run("solve", "problem.json", "solved.json").exit()).isEqualTo(AwardCommand.HOLDS);
        Said checked = run("check", "--language=en", "problem.json", "solved.json");
        assertThat(checked.out()).contains("Holds:");
        String solved = Files.readString(directory.resolve("solved.json"));
        write("solved-bundle.json", "{\"format\": \"jucai-award-bundle/1\", \"problem\": " + PROBLEM + ", \"result\": " + solved + "}");
        assertThat(run("solve", "solved-bundle.json").out().strip()).isEqualTo(solved.strip());
    }

    @Test
    void aBundleWhoseCertificateIsAThousandDeepIsSolvedAgain() throws IOException, InterruptedException {
        String leaf = "{\"lots\": {}, \"rules\": {}}";
        String tree = "{\"lot\": \"L0\", \"yes\": ".repeat(900) + leaf + (", \"no\": " + leaf + "}").repeat(900);
        write("deep.json", "{\"format\": \"jucai-award-bundle/1\", \"problem\": " + PROBLEM + ", \"result\": " + RESULT.formatted(DIGEST)
                .replace("{\"lots\": {}, \"rules\": {}}", tree) + "}");
        assertThat(run("solve", "deep.json").exit()).isEqualTo(AwardCommand.HOLDS);
    }

    @Test
    void whatCannotBeReadOrIsNotThereOrIsNoCommandEndsWithTwo() throws IOException, InterruptedException {
        Said broken = run("check", "--language=zh", "problem.json", "broken.json");
        assertThat(broken.err()).contains("无法读取 result");
        Said missing = run("check", "problem.json", "nowhere.json");
        Said unknown = run("guess", "problem.json");
        assertThat(unknown.err()).contains("award check PROBLEM RESULT");
        assertThat(List.of(broken, missing, unknown)).extracting(Said::exit).containsOnly(AwardCommand.UNREADABLE);
    }
}
