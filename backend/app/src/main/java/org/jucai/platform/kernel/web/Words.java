package org.jucai.platform.kernel.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** What is wrong by the name of a problem, with the states and kinds among its facts in words: {@code problem.<name>.<fact>.<STATE>}. */
    public String ofProblem(String name, String part, Locale locale, Map<String, ?> facts) {
        Map<String, Object> told = new HashMap<>();
        facts.forEach((fact, value) -> told.put(fact, told("problem." + name + "." + fact, value, locale)));
        return say("problem." + name + "." + part, locale, told);
    }

    private Object told(String stem, Object value, Locale locale) {
        return switch (value) {
            case Enum<?> one -> find(stem + "." + one.name(), locale, Map.of()).orElse(one.name());
            case String code -> find(stem + "." + code, locale, Map.of()).orElse(code);
            case Collection<?> several -> several.stream().map(one -> String.valueOf(told(stem, one, locale)))
                    .collect(Collectors.joining(say("words.and", locale, Map.of())));
            default -> value;
        };
    }

    private static String fill(String text, Map<String, ?> facts) {
        String filled = text;
        for (Map.Entry<String, ?> fact : facts.entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        }
        return filled;
    }
}
