package org.jucai.platform.award;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.checking.AwardChecker;
import org.jucai.platform.award.checking.CheckReport;
import org.jucai.platform.award.checking.CheckWords;
import org.jucai.platform.award.checking.PublicChecker;
import org.jucai.platform.award.checking.UnreadableException;
import org.jucai.platform.award.solving.ProblemRefusedException;

/**
 * The command line of awards: {@code award check problem.json result.json}, {@code award solve problem.json result.json}, or a bundle
 * in place of the problem. It needs nothing but the files: no settings, no database, no network.
 */
public final class AwardCommand {

    /** The result holds. */
    public static final int HOLDS = 0;
    /** The result was read, and it does not hold. */
    public static final int DOES_NOT_HOLD = 1;
    /** A file cannot be read, or the command is not understood. */
    public static final int UNREADABLE = 2;

    private static final Pattern WORK = Pattern.compile("--work=[0-9]{1,15}");
    private static final String LANGUAGE = "--language=";
    private static final String REVEAL = "--reveal";
    private static final String USAGE = """
            award check PROBLEM RESULT        check a result against its problem
            award check BUNDLE                the same, of one JSON file or ZIP file with both
            award check PUBLIC                check a public bundle as far as what it shows allows
              --reveal=FILE                   and further, with commitments opened (once or several times)
              --language=zh|en|both           default: that of the system
            award solve PROBLEM [RESULT]      compute the award; printed where no file is named
            award solve BUNDLE [RESULT]       the same, with the work limit of the bundle's result
              --work=N                        work limit in the engine's deterministic units
            exit: 0 holds or computed, 1 does not hold, 2 cannot be read
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final List<CheckWords> words = new ArrayList<>();
    private final List<Path> revealed = new ArrayList<>();
    private @Nullable Long work;

    private AwardCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return the exit code */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new AwardCommand(out, err).run(joined(arguments));
    }

    /** A file that is to be revealed may stand behind a space. */
    private static List<String> joined(List<String> arguments) {
        List<String> joined = new ArrayList<>();
        for (String each : arguments) {
            boolean after = !joined.isEmpty() && joined.getLast().equals(REVEAL);
            if (after) joined.set(joined.size() - 1, REVEAL + "=" + each);
            else joined.add(each);
        }
        return joined;
    }

    private int run(List<String> arguments) {
        List<String> plain = arguments.stream().filter(each -> !each.startsWith("--")).toList();
        boolean known = arguments.stream().filter(each -> each.startsWith("--")).allMatch(this::option);
        if (words.isEmpty()) words.add(CheckWords.of(Locale.getDefault()));
        boolean command = known && (plain.size() == 2 || plain.size() == 3) && List.of("check", "solve").contains(plain.getFirst());
        if (!command) {
            err.print(USAGE);
            return UNREADABLE;
        }
        List<Path> files = plain.stream().skip(1).map(Path::of).toList();
        try {
            if (plain.getFirst().equals("check")) return isPublic(files) ? shown(files.getFirst()) : said(checked(files));
            AwardSolve.run(files, work, out);
            return HOLDS;
        } catch (UnreadableException failure) {
            words.forEach(each -> err.println(each.unreadable(failure)));
        } catch (ProblemRefusedException | IOException failure) {
            err.println(failure.getMessage());
        }
        return UNREADABLE;
    }

    private boolean option(String option) {
        switch (option) {
            case LANGUAGE + "zh" -> words.add(CheckWords.of(Locale.CHINESE));
            case LANGUAGE + "en" -> words.add(CheckWords.of(Locale.ENGLISH));
            case LANGUAGE + "both" -> words.addAll(List.of(CheckWords.of(Locale.CHINESE), CheckWords.of(Locale.ENGLISH)));
            default -> {
                if (option.startsWith(REVEAL + "=")) return revealed.add(Path.of(option.substring(REVEAL.length() + 1)));
                if (!WORK.matcher(option).matches()) return false;
                work = Long.valueOf(option.substring(option.indexOf('=') + 1));
            }
        }
        return true;
    }

    private static boolean isPublic(List<Path> files) throws IOException {
        return files.size() == 1 && !AwardFiles.isZip(files.getFirst()) && PublicChecker.isPublic(AwardFiles.read(files.getFirst()));
    }

    private int shown(Path bundle) throws IOException {
        List<byte[]> openings = new ArrayList<>();
        for (Path file : revealed) openings.add(AwardFiles.read(file));
        PublicChecker.Report report = PublicChecker.check(AwardFiles.read(bundle), openings);
        for (CheckWords each : words) report.said(each).forEach(out::println);
        return report.holds() ? HOLDS : DOES_NOT_HOLD;
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
