package org.jucai.platform.award;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jucai.platform.award.checking.AwardChecker;
import org.jucai.platform.award.checking.CheckReport;
import org.jucai.platform.award.checking.CheckWords;
import org.jucai.platform.award.checking.UnreadableException;

/**
 * The command line of awards: {@code award check problem.json result.json} or {@code award check bundle}. It needs nothing but the
 * files: no settings, no database, no network.
 */
public final class AwardCommand {

    /** The result holds. */
    public static final int HOLDS = 0;
    /** The result was read, and it does not hold. */
    public static final int DOES_NOT_HOLD = 1;
    /** A file cannot be read, or the command is not understood. */
    public static final int UNREADABLE = 2;

    private static final String LANGUAGE = "--language=";
    private static final String USAGE = """
            award check PROBLEM RESULT        check a result against its problem
            award check BUNDLE                the same, of one JSON file or ZIP file with both
              --language=zh|en|both           default: that of the system
            exit: 0 holds, 1 does not hold, 2 cannot be read
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final List<CheckWords> words = new ArrayList<>();

    private AwardCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return the exit code */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new AwardCommand(out, err).run(arguments);
    }

    private int run(List<String> arguments) {
        List<String> plain = arguments.stream().filter(each -> !each.startsWith("--")).toList();
        boolean known = arguments.stream().filter(each -> each.startsWith("--")).allMatch(this::option);
        if (words.isEmpty()) words.add(CheckWords.of(Locale.getDefault()));
        boolean check = known && plain.size() >= 2 && plain.size() <= 3 && plain.getFirst().equals("check");
        if (!check) {
            err.print(USAGE);
            return UNREADABLE;
        }
        try {
            return said(checked(plain.subList(1, plain.size()).stream().map(Path::of).toList()));
        } catch (UnreadableException failure) {
            words.forEach(each -> err.println(each.unreadable(failure)));
        } catch (IOException failure) {
            err.println(failure);
        }
        return UNREADABLE;
    }

    private boolean option(String option) {
        switch (option) {
            case LANGUAGE + "zh" -> words.add(CheckWords.of(Locale.CHINESE));
            case LANGUAGE + "en" -> words.add(CheckWords.of(Locale.ENGLISH));
            case LANGUAGE + "both" -> words.addAll(List.of(CheckWords.of(Locale.CHINESE), CheckWords.of(Locale.ENGLISH)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static CheckReport checked(List<Path> files) throws IOException {
        if (files.size() == 2) return AwardChecker.check(AwardFiles.read(files.getFirst()), AwardFiles.read(files.getLast()));
        if (!AwardFiles.isZip(files.getFirst())) return AwardChecker.checkBundle(AwardFiles.read(files.getFirst()));
        Map<String, byte[]> parts = AwardFiles.unzip(files.getFirst());
        byte[] problem = parts.get(AwardFiles.PROBLEM);
        byte[] result = parts.get(AwardFiles.RESULT);
        if (problem == null || result == null) throw new IOException(files.getFirst() + ": " + AwardFiles.PROBLEM + ", " + AwardFiles.RESULT);
        return AwardChecker.check(problem, result);
    }

    private int said(CheckReport report) {
        for (CheckWords each : words) each.report(report).forEach(out::println);
        return report.holds() ? HOLDS : DOES_NOT_HOLD;
    }
}
