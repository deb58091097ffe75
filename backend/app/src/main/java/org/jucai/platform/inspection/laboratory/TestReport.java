package org.jucai.platform.inspection.laboratory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 检验报告: a version of a result as its laboratory issued it. It says what was measured, how and when; whose goods they are, of which truck or batch, and who
 * wants to know stands nowhere in it, for nothing on this side of the wall knows.
 *
 * @param readings in the order of the properties, as reported
 * @param because why it corrects the version before
 * @param replacedBy the newest version, where that is another
 */
public record TestReport(ReportNumber number, UUID laboratoryId, String material, List<Reading> readings, Times times, Optional<String> because, Optional<Later> replacedBy) {

    private static final String FORMAT = "jucai-test-report-1";

    /** When the sample came, and when its result was entered, verified and issued. */
    public record Times(Instant arrivedAt, Instant testedAt, Instant verifiedAt, Instant issuedAt) {}

    /** A version that replaced it. */
    public record Later(ReportNumber number, Instant issuedAt) {}

    public TestReport {
        readings = List.copyOf(readings);
    }

    /** Empty where no such version was issued. */
    static Optional<TestReport> of(LabSample sample, int version) {
        return sample.results().stream().filter(result -> result.number() == version && result.status() == LabResult.Status.ISSUED).findFirst().map(result -> {
            Times times = new Times(sample.arrivedAt().orElseThrow(), result.enteredAt(), result.verifiedAt().orElseThrow(), result.issuedAt().orElseThrow());
            Optional<Later> later = sample.issued().filter(newest -> newest.number() > version)
                    .map(newest -> new Later(new ReportNumber(sample.code(), newest.number()), newest.issuedAt().orElseThrow()));
            return new TestReport(new ReportNumber(sample.code(), version), sample.laboratoryId(), sample.material(),
                    result.readings().stream().sorted(Comparator.comparing(Reading::property)).toList(), times, result.because(), later);
        });
    }

    /** Of all that it says but what came after it; one fact in a line, so that anybody can reckon it again. */
    public String text() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        List.of(number, laboratoryId, material, times.arrivedAt(), times.testedAt(), times.verifiedAt(), times.issuedAt()).forEach(fact -> text.append(fact).append('\n'));
        readings.forEach(each -> text.append(each.property()).append(' ').append(each.value()).append(' ').append(each.basis()).append(' ').append(each.method()).append('\n'));
        because.ifPresent(why -> text.append("because ").append(why).append('\n'));
        return text.toString();
    }

    /** SHA-256 of {@link #text()} in UTF-8, in hexadecimal. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Whether a paper that bears this digest says the same. */
    public boolean bears(String digest) {
        return MessageDigest.isEqual(digest().getBytes(StandardCharsets.US_ASCII), digest.getBytes(StandardCharsets.UTF_8));
    }
}
