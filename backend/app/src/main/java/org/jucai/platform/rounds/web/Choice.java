package org.jucai.platform.rounds.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;

/** One of a few words in a query; another word is refused. */
final class Choice {

    private Choice() {}

    static <E extends Enum<E>> Optional<E> of(Class<E> choices, @Nullable String word) {
        if (word == null) return Optional.empty();
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(word.toUpperCase(Locale.ROOT))) return Optional.of(choice);
        }
        throw new RefusedException(CommonRefusal.BAD_REQUEST);
    }
}
