package org.jucai.platform.kernel.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Texts from the message files, with named placeholders such as {@code {limit}}. */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of {@code key}, or nothing where there is none. */
    public Optional<String> find(String key, Locale locale, Map<String, ?> facts) {
        return Optional.ofNullable(messages.getMessage(key, null, null, locale)).map(text -> fill(text, facts));
    }

    /** The text of {@code key}; a missing text shows its key, which a test forbids. */
    public String say(String key, Locale locale, Map<String, ?> facts) {
        return find(key, locale, facts).orElse(key);
    }

    private static String fill(String text, Map<String, ?> facts) {
        String filled = text;
        for (Map.Entry<String, ?> fact : facts.entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        }
        return filled;
    }
}
