package org.jucai.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The code and the contract say the same, both ways. */
@PlatformTest
class ContractTest {

    @Autowired
    RequestMappingHandlerMapping handlers;

    @Test
    void everyOperationHasAHandlerAndEveryHandlerAnOperation() throws IOException {
        Set<String> running = new TreeSet<>();
        handlers.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                .filter(pattern -> pattern.getPatternString().startsWith("/api/") || pattern.getPatternString().startsWith("/.well-known/"))
                .forEach(pattern -> mapping.getMethodsCondition().getMethods()
                        .forEach(method -> running.add(method.name() + " " + nameless(pattern.getPatternString())))));
        assertThat(running).isEqualTo(operations());
    }

    private static Set<String> operations() throws IOException {
        Set<String> operations = new TreeSet<>();
        JsonNode paths = specification().path("paths");
        paths.propertyNames().forEach(path -> paths.path(path).propertyNames().forEach(method -> {
            JsonNode operation = paths.path(path).path(method);
            boolean local = operation.path("x-demo").asBoolean(false);
            if (operation.has("operationId") && !local) operations.add(method.toUpperCase(Locale.ROOT) + " " + nameless(path));
        }));
        return operations;
    }

    private static String nameless(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }

    @Test
    void everyRefusalIsAProblemAndEveryProblemARefusal() throws IOException {
        Map<String, Integer> inCode = new TreeMap<>();
        for (Refusal refusal : refusals()) {
            Integer other = inCode.put(refusal.problem(), refusal.status());
            assertThat(other).as("%s is used by two refusals", refusal.problem()).isNull();
        }
        Map<String, Integer> inContract = new TreeMap<>();
        Map<String, Map<String, Object>> listed = new Yaml().load(Files.readString(Path.of("../../api-spec/problems.yaml")));
        listed.forEach((name, facts) -> inContract.put(name, (Integer) facts.get("status")));
        assertThat(inCode).isEqualTo(inContract);
    }

    @Test
    void everyRefusalNamedByAnOperationExists() throws IOException {
        Set<String> known = new HashSet<>();
        refusals().forEach(refusal -> known.add(refusal.name()));
        Set<String> named = new TreeSet<>();
        specification().path("paths").forEach(path -> path.forEach(operation -> operation.path("x-refusals")
                .forEach(refusal -> named.add(refusal.asString()))));
        assertThat(known).containsAll(named);
    }

    @Test
    void everyRefusalHasWordsInBothLanguages() throws IOException {
        for (String suffix : List.of("", "_en")) {
            Properties texts = texts(suffix);
            List<String> missing = new ArrayList<>();
            for (Refusal refusal : refusals()) {
                for (String part : List.of("title", "detail")) {
                    String key = "problem." + refusal.problem() + "." + part;
                    if (!texts.containsKey(key)) missing.add(key);
                }
            }
            assertThat(missing).as("texts missing in messages%s", suffix).isEmpty();
        }
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(texts("_en").keySet()).isEqualTo(texts("").keySet());
    }

    private static Properties texts(String suffix) throws IOException {
        Properties all = new Properties();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".properties") && one.toString().endsWith("_en.properties") == suffix.equals("_en")).toList()) {
                all.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    private static List<Refusal> refusals() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.jucai.platform").stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Refusal.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(Refusal.class::cast)
                .toList();
    }

    private static JsonNode specification() {
        try (InputStream in = ContractTest.class.getResourceAsStream("/openapi/openapi.json")) {
            return new JsonMapper().readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
