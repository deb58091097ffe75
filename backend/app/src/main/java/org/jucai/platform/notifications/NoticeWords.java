package org.jucai.platform.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jucai.platform.kernel.web.Words;
import org.springframework.stereotype.Component;

/** Says a notice in a language: {@code notice.<type>} of the message files, with times as they are in Beijing and mass in tonnes. */
@Component
class NoticeWords {

    private static final DateTimeFormatter BEIJING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+}");

    private final Words words;

    NoticeWords(Words words) {
        this.words = words;
    }

    /** A fact that is not known is left out of the sentence. */
    String say(String type, Map<String, String> facts, Locale locale) {
        Map<String, String> told = new TreeMap<>();
        facts.forEach((name, value) -> told.put(name, told(name, value)));
        return PLACEHOLDER.matcher(words.say("notice." + type, locale, told)).replaceAll("—");
    }

    private static String told(String name, String value) {
        if (name.endsWith("Kg")) return tonnes(value);
        if (!INSTANT.matcher(value).matches()) return value;
        try {
            return BEIJING.format(Instant.parse(value));
        } catch (DateTimeParseException notATime) {
            return value;
        }
    }

    private static String tonnes(String kg) {
        return kg.matches("-?\\d{1,12}") ? java.math.BigDecimal.valueOf(Long.parseLong(kg), 3).stripTrailingZeros().toPlainString() + " t" : kg;
    }
}
