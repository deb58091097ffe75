package org.jucai.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small pieces: what grows beyond these is two things. */
class BudgetTest {

    private static final int FILE_LINES = 250;
    private static final int METHOD_LINES = 30;
    private static final int PARAMETERS = 5;

    private static final int DOMAIN_METHOD_LINES = 20;

    /** What the domain does not know: who has none of these decides, and does nothing else. */
    private static final Pattern MACHINERY = Pattern.compile("(?m)^import (static )?(org\\.springframework|reactor|io\\.r2dbc|org\\.reactivestreams)\\b");

    /** Types that other modules may see, per hundred of a module, as measured. May only fall: lower it when a module has fewer. */
    private static final Map<String, Integer> MOST_PUBLIC = Map.ofEntries(Map.entry("kernel", 60), Map.entry("journal", 75), Map.entry("membership", 59),
            Map.entry("catalogue", 53), Map.entry("rounds", 45), Map.entry("live", 31), Map.entry("security", 35), Map.entry("award", 30), Map.entry("bidding", 76),
            Map.entry("papers", 67), Map.entry("contracts", 54), Map.entry("formulas", 63), Map.entry("inspection", 56), Map.entry("files", 65), Map.entry("notifications", 30),
            Map.entry("settlement", 37), Map.entry("trace", 43), Map.entry("recovery", 39), Map.entry("finance", 65));

    private static final Pattern METHOD = Pattern.compile("^ {4,8}(?=\\S)(?:@\\w+.* )?(?:public |protected |private |static |final |default |synchronized )*[\\w<>\\[\\],.?@ ]+ \\w+\\([^;]*\\) (?:throws [\\w, ]+ )?\\{$");

    @Test
    void noFileIsLongerThanItsBudget() throws IOException {
        assertThat(Stream.concat(sources().stream(), tests().stream()).filter(file -> lines(file).size() > FILE_LINES).map(file -> file + " has " + lines(file).size() + " lines"))
                .as("files over %d lines: split by what the parts are", FILE_LINES).isEmpty();
    }

    @Test
    void noMethodIsLongerThanItsBudget() throws IOException {
        List<String> long_ = new ArrayList<>();
        for (Path file : sources()) long_.addAll(longMethods(file, METHOD_LINES));
        for (Path file : tests()) long_.addAll(longMethods(file, METHOD_LINES));
        assertThat(long_).as("methods over %d lines", METHOD_LINES).isEmpty();
    }

    @Test
    void noMethodOfTheDomainIsLongerThanItsBudget() throws IOException {
        List<Path> domain = sources().stream().filter(BudgetTest::isDomain).toList();
        assertThat(domain).as("the rule is about something").hasSizeGreaterThan(150);
        List<String> long_ = new ArrayList<>();
        for (Path file : domain) long_.addAll(longMethods(file, DOMAIN_METHOD_LINES));
        assertThat(long_).as("methods of the domain over %d lines", DOMAIN_METHOD_LINES).isEmpty();
    }

    private static boolean isDomain(Path file) {
        boolean edge = file.getParent().endsWith("web");
        return !edge && !MACHINERY.matcher(String.join("\n", lines(file))).find();
    }

    @Test
    void theShareOfPublicTypesOfAModuleDoesNotRise() throws IOException {
        Map<String, Long> all = sources().stream().filter(file -> !file.endsWith("package-info.java")).collect(Collectors.groupingBy(BudgetTest::module, Collectors.counting()));
        Map<String, Long> open = sources().stream().filter(BudgetTest::isPublic).collect(Collectors.groupingBy(BudgetTest::module, Collectors.counting()));
        all.remove("");
        assertThat(all.keySet()).isEqualTo(MOST_PUBLIC.keySet());
        List<String> over = all.keySet().stream().filter(module -> open.getOrDefault(module, 0L) * 100 > all.get(module) * MOST_PUBLIC.get(module))
                .map(module -> "%s: %d of %d".formatted(module, open.get(module), all.get(module))).toList();
        assertThat(over).as("modules with more public types than %s per hundred", MOST_PUBLIC).isEmpty();
    }

    private static boolean isPublic(Path file) {
        return lines(file).stream().anyMatch(line -> line.startsWith("public "));
    }

    /** The sub-package of the base package, or nothing for what stands in the base package itself. */
    private static String module(Path file) {
        Path within = Path.of("src/main/java/org/jucai/platform").relativize(file);
        return within.getNameCount() == 1 ? "" : within.getName(0).toString();
    }

    private static List<String> longMethods(Path file, int most) {
        List<String> found = new ArrayList<>();
        List<String> text = lines(file);
        for (int start = 0; start < text.size(); start++) {
            Matcher method = METHOD.matcher(text.get(start));
            if (!method.matches() || text.get(start).contains(" record ")) continue;
            int indent = text.get(start).length() - text.get(start).stripLeading().length();
            String end = " ".repeat(indent) + "}";
            int stop = start + 1;
            while (stop < text.size() && !text.get(stop).equals(end)) stop++;
            if (stop - start - 1 > most) found.add(file.getFileName() + ":" + (start + 1) + " is " + (stop - start - 1) + " lines");
        }
        return found;
    }

    @Test
    void noMethodAsksForMoreThanFiveThings() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.jucai.platform");
        Set<String> greedy = classes.stream()
                .filter(type -> !type.isRecord() && !type.getPackageName().endsWith(".web"))
                .flatMap((JavaClass type) -> type.getMethods().stream())
                .filter(method -> method.getRawParameterTypes().size() > PARAMETERS)
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC) && !method.getName().startsWith("lambda$"))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(greedy).as("methods with more than %d parameters: give them a record", PARAMETERS).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        return below(Path.of("src/main/java"));
    }

    /** Tests are read as often as what they test; the local edition's too, where it stands beside. */
    private static List<Path> tests() throws IOException {
        List<Path> tests = new ArrayList<>(below(Path.of("src/test/java")));
        assertThat(tests).as("the rule is about something").hasSizeGreaterThan(100);
        if (Files.isDirectory(Path.of("../local/src"))) tests.addAll(below(Path.of("../local/src")));
        return tests;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
