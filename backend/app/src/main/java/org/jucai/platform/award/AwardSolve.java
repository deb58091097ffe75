package org.jucai.platform.award;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardResult;
import org.jucai.platform.award.solving.Clashes;
import org.jucai.platform.award.solving.ColumnEngine;
import org.jucai.platform.award.solving.Engine;
import org.jucai.platform.award.solving.ProblemReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Computes the award of a problem, or of the problem in a bundle with the work limit of the bundle's own result: then the same engine
 * writes the same bytes.
 */
final class AwardSolve {

    /** In the engine's units; enough for rounds of the usual size. */
    private static final long USUAL_WORK = 500_000_000;

    /** A bundle's certificate is a tree up to a thousand nodes deep. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(3_000).build()).build()).build();

    private AwardSolve() {}

    /** @param files the problem or bundle, and maybe where the result is written; else it is printed */
    static void run(List<Path> files, @Nullable Long work, PrintStream out) throws IOException {
        Source source = source(files.getFirst());
        Long stated = work != null ? work : source.workLimit();
        byte[] result = solved(ProblemReader.read(source.problem()), stated == null ? USUAL_WORK : stated);
        if (files.size() > 1) Files.write(files.getLast(), result);
        else out.println(new String(result, StandardCharsets.UTF_8));
    }

    private static byte[] solved(AwardProblem problem, long work) {
        Engine engine = new ColumnEngine();
        AwardResult result = engine.solve(problem, work, Engine.Watcher.PATIENT);
        return (result.status() == AwardResult.Status.INFEASIBLE ? new Clashes(engine, work).explain(problem, result) : result).document();
    }

    private record Source(byte[] problem, @Nullable Long workLimit) {}

    private static Source source(Path file) throws IOException {
        if (AwardFiles.isZip(file)) {
            Map<String, byte[]> parts = AwardFiles.unzip(file);
            byte[] problem = parts.get(AwardFiles.PROBLEM);
            byte[] result = parts.get(AwardFiles.RESULT);
            if (problem == null) throw new IOException(file + ": " + AwardFiles.PROBLEM);
            return new Source(problem, result == null ? null : workLimit(read(result)));
        }
        byte[] bytes = AwardFiles.read(file);
        JsonNode document = read(bytes);
        if (!document.has("problem")) return new Source(bytes, null);
        return new Source(JSON.writeValueAsBytes(document.get("problem")), workLimit(document.path("result")));
    }

    private static JsonNode read(byte[] json) throws IOException {
        try {
            return JSON.readTree(json);
        } catch (JacksonException failure) {
            throw new IOException("JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    private static @Nullable Long workLimit(JsonNode result) {
        JsonNode limit = result.path("run").path("workLimit");
        return limit.isIntegralNumber() && limit.canConvertToLong() ? Long.valueOf(limit.longValue()) : null;
    }
}
