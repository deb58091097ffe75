package org.jucai.platform.inspection.laboratory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a report 检验报告: the sample's code and which version of its result it is, e.g. {@code 7K3Q9ABX2MDN5-2}. Whoever was not told a code
 * does not guess it, so that nobody reads reports that they were not shown.
 */
public record ReportNumber(SampleCode code, int version) {

    private static final Pattern WRITTEN = Pattern.compile("(.+)-\\s*([1-9][0-9]?)");

    /** As people write or scan it; empty where it is none, or was misread. */
    public static Optional<ReportNumber> read(String written) {
        Matcher parts = WRITTEN.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) return Optional.empty();
        return SampleCode.read(parts.group(1)).map(code -> new ReportNumber(code, Integer.parseInt(parts.group(2))));
    }

    @Override
    public String toString() {
        return code + "-" + version;
    }
}
