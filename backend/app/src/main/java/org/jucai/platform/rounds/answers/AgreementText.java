package org.jucai.platform.rounds.answers;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundTerms;
import org.springframework.stereotype.Component;

/**
 * The joint purchase agreement of a round. Chinese is the text that binds. It names only terms that stand once the round is
 * announced, so extending the collecting changes no digest; it is the same for all members, so two of them can compare it.
 */
@Component
public class AgreementText {

    private final Words words;

    AgreementText(Words words) {
        this.words = words;
    }

    /** @param sha256 of the text in UTF-8, lower-case hexadecimal */
    public record Agreement(String text, String sha256) {}

    public Agreement of(Round round, String associationName) {
        RoundTerms terms = round.terms();
        Map<String, Object> facts = Map.of(
                "association", associationName,
                "title", terms.title(),
                "code", round.code(),
                "profile", say("agreement.profile." + terms.profile()),
                "mode", say("agreement.mode." + terms.mode()),
                "grades", String.join("、", terms.grades()),
                "fromOn", terms.deliveryPeriod().fromOn(),
                "toOn", terms.deliveryPeriod().toOn(),
                "zones", terms.deliveryZones().stream().map(RoundTerms.Zone::name).collect(Collectors.joining("、")),
                "depositPercent", BigDecimal.valueOf(terms.depositRateBp(), 2).stripTrailingZeros().toPlainString());
        String text = words.say("agreement.text", Locale.SIMPLIFIED_CHINESE, facts);
        return new Agreement(text, digest(text));
    }

    private String say(String key) {
        return words.say(key, Locale.SIMPLIFIED_CHINESE, Map.of());
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
