package org.jucai.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** What an operator sets is what the application reads: containers, examples and documentation say the same names. */
class SettingsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(JUCAI_[A-Z_]+)");
    private static final Pattern ROW = Pattern.compile("`(JUCAI_[A-Z_]+)`");

    private static final Pattern RETENTION = Pattern.compile("\\$\\{(jucai\\.retention\\.[a-z-]+)");

    /** What nobody can do without. */
    private static final Set<String> NEEDED = Set.of("JUCAI_DATABASE_URL", "JUCAI_DATABASE_OWNER_URL", "JUCAI_DATABASE_OWNER_PASSWORD",
            "JUCAI_DATABASE_APP_PASSWORD", "JUCAI_DATABASE_WORKER_PASSWORD", "JUCAI_REDIS_URL", "JUCAI_SEALING_KEY", "JUCAI_PUBLIC_ADDRESS",
            "JUCAI_FIRST_ADMINISTRATOR", "JUCAI_FIRST_ADMINISTRATOR_PHONE", "JUCAI_FIRST_ADMINISTRATOR_PASSWORD");

    @Test
    void composeSetsOnlyWhatIsReadAndAllThatIsNeeded() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(ROOT.resolve("infra/compose.yaml")));
        Set<String> given = child(child(child(compose, "services"), "jucai"), "environment").keySet();
        assertThat(read()).containsAll(given);
        assertThat(given).containsAll(NEEDED);
    }

    @Test
    void whatComposeTakesFromTheEnvironmentStandsInItsExampleAndTheOtherWayRound() throws IOException {
        Set<String> asked = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)").matcher(Files.readString(ROOT.resolve("infra/compose.yaml"))).results()
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> offered = Files.readAllLines(ROOT.resolve("infra/env.example")).stream().filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('='))).collect(Collectors.toCollection(TreeSet::new));
        assertThat(offered).isEqualTo(asked);
    }

    @Test
    void kubernetesSetsOnlyWhatIsReadAndAllThatIsNeeded() throws IOException {
        Set<String> given = new TreeSet<>();
        for (String file : List.of("configmap.yaml", "secret.example.yaml")) {
            Map<String, Object> document = new Yaml().load(Files.readString(ROOT.resolve("infra/kubernetes").resolve(file)));
            given.addAll(child(document, document.containsKey("data") ? "data" : "stringData").keySet());
        }
        given.remove("SPRING_PROFILES_ACTIVE");
        assertThat(read()).containsAll(given);
        assertThat(given).containsAll(NEEDED);
    }

    @Test
    void theNotesExplainEverythingThatIsReadAndNothingElse() throws IOException {
        String notes = Files.readString(ROOT.resolve("backend/docs/notes/running.md"));
        String production = notes.substring(notes.indexOf("## Production"), notes.indexOf("## Backup"));
        Set<String> explained = ROW.matcher(production).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(explained).isEqualTo(read());
    }

    @Test
    void aVariableOfTheDatabaseReachesItsProperty() {
        Map<String, Object> variables = new LinkedHashMap<>();
        databaseVariables().forEach(name -> variables.put(name, name));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("variables-systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        for (String property : databaseProperties()) {
            String variable = ("jucai.database." + property).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
            assertThat(environment.resolvePlaceholders("${jucai.database." + property + "}")).as(property).isEqualTo(variable);
            assertThat(Binder.get(environment).bind("jucai.database." + property, String.class).get()).as(property).isEqualTo(variable);
        }
    }

    /** Named by the settings file, a part of the database's properties, or how long something is kept. */
    private static Set<String> read() throws IOException {
        Set<String> names = new TreeSet<>(databaseVariables());
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                RETENTION.matcher(Files.readString(source)).results()
                        .forEach(found -> names.add(found.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
            }
        }
        PLACEHOLDER.matcher(Files.readString(Path.of("src/main/resources/application.yaml"))).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static Set<String> databaseVariables() {
        return databaseProperties().stream().map(name -> ("jucai.database." + name).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The owner's three are read by the migrations only, see the settings file. */
    private static Set<String> databaseProperties() {
        Set<String> names = new TreeSet<>(Set.of("owner-url", "owner-username", "owner-password"));
        try {
            Arrays.stream(Class.forName("org.jucai.platform.kernel.DatabaseProperties").getRecordComponents()).map(RecordComponent::getName)
                    .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)).forEach(names::add);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
        return names;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        Object child = parent.get(name);
        assertThat(child).as(name).isInstanceOf(Map.class);
        return (Map<String, Object>) child;
    }
}
