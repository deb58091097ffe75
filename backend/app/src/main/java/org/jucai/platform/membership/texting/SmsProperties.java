package org.jucai.platform.membership.texting;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway that sends text messages; none where {@code url} is empty.
 *
 * @param url where a message is posted
 * @param keyId which key signs, for a gateway that knows several callers
 * @param key what signs
 * @param signature the sender's name in front of a text, as agreed with the gateway; empty where the gateway knows
 * @param templates the gateway's template of each purpose: {@code sign-in-code=SMS_1,invitation=SMS_2}
 * @param timeout how long one attempt may take
 */
@ConfigurationProperties("jucai.sms")
record SmsProperties(
        @DefaultValue("") String url,
        @DefaultValue("jucai") String keyId,
        @DefaultValue("") String key,
        @DefaultValue("") String signature,
        @DefaultValue("") String templates,
        @DefaultValue("5s") Duration timeout) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    SmsProperties {
        if (!url.isBlank() && key.isBlank()) throw new IllegalArgumentException("JUCAI_SMS_URL is set and JUCAI_SMS_KEY, which signs, is not");
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("JUCAI_SMS_TIMEOUT must be between 100ms and 60s");
        }
        parsed(templates);
    }

    Map<String, String> templateOfPurpose() {
        return parsed(templates);
    }

    private static Map<String, String> parsed(String templates) {
        Map<String, String> parsed = new HashMap<>();
        for (String pair : templates.split(",", -1)) {
            if (pair.isBlank()) continue;
            String[] sides = pair.split("=", 2);
            if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
                throw new IllegalArgumentException("JUCAI_SMS_TEMPLATES must be purpose=template,purpose=template and is not: " + pair.strip());
            }
            parsed.put(sides[0].strip(), sides[1].strip());
        }
        return parsed;
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "SmsProperties[" + url + ", " + keyId + "]";
    }
}
