package org.jucai.platform.award.checking;

import java.util.Map;

/**
 * One rule of the format that does not hold.
 *
 * @param facts where and how, by the names that the words about the breach use: ids, and whole numbers in kilograms, fen or milli-fen
 */
public record Finding(Breach breach, Map<String, String> facts) {

    public Finding {
        facts = Map.copyOf(facts);
    }
}
