package org.jucai.platform.rounds.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column under a header.
 *
 * @param index from 0
 * @param levels header texts from the top level to the lowest, without repetition
 */
record Column(int index, List<String> levels, Vocabulary.Meaning meaning) {

    static Column of(int index, List<String> levels) {
        return new Column(index, levels, Vocabulary.of(levels));
    }

    @Nullable Field field() {
        return meaning instanceof Vocabulary.Meaning.Of(Field field) ? field : null;
    }

    boolean isUnknown() {
        return meaning instanceof Vocabulary.Meaning.Unknown;
    }

    String header() {
        return String.join(" ", levels);
    }
}
