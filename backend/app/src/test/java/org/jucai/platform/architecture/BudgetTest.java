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

    /** Methods that still ask for more than five things. The list may only shrink: a method that is cured must leave it. */
    private static final Set<String> STILL_GREEDY = Set.of(
            "InvitationDesk.write", "RoundDesk.add", "RoundDesk.handle", "DemandDesk.handle", "DemandDesk.placing", "DemandDesk.settle",
            "LineReaction.move", "SqlLineReadings.add", "ImportDesk.keep", "RowDesk.place", "LotReaction.write", "Judge.line");

    private static final Pattern METHOD = Pattern.compile("^ {4,8}(?:@\\w+.* )?(?:public |protected |private |static |final |default |synchronized )*[\\w<>\\[\\],.?@ ]+ \\w+\\([^;]*\\) (?:throws [\\w, ]+ )?\\{$");

    @Test
    void noFileIsLongerThanItsBudget() throws IOException {
        assertThat(sources().stream().filter(file -> lines(file).size() > FILE_LINES).map(file -> file + " has " + lines(file).size() + " lines"))
                .as("files over %d lines: split by what the parts are", FILE_LINES).isEmpty();
    }

    @Test
    void noMethodIsLongerThanItsBudget() throws IOException {
        List<String> long_ = new ArrayList<>();
        for (Path file : sources()) long_.addAll(longMethods(file));
        assertThat(long_).as("methods over %d lines", METHOD_LINES).isEmpty();
    }

    private static List<String> longMethods(Path file) {
        List<String> found = new ArrayList<>();
        List<String> text = lines(file);
        for (int start = 0; start < text.size(); start++) {
            Matcher method = METHOD.matcher(text.get(start));
            if (!method.matches() || text.get(start).contains(" record ")) continue;
            int indent = text.get(start).length() - text.get(start).stripLeading().length();
            String end = " ".repeat(indent) + "}";
            int stop = start + 1;
            while (stop < text.size() && !text.get(stop).equals(end)) stop++;
            if (stop - start - 1 > METHOD_LINES) found.add(file.getFileName() + ":" + (start + 1) + " is " + (stop - start - 1) + " lines");
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
        assertThat(greedy).as("methods with more than %d parameters: give them a record", PARAMETERS).isEqualTo(new TreeSet<>(STILL_GREEDY));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
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
