package org.jucai.platform.notifications;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.Sealing;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what people chose. */
@Component
public class ChoiceDesk {

    private final SqlChoices shelf;
    private final Sealing sealing;

    ChoiceDesk(SqlChoices shelf, Sealing sealing) {
        this.shelf = shelf;
        this.sealing = sealing;
    }

    /**
     * What stands.
     *
     * @param version 0 while nothing was chosen
     * @param robotSealed the key of a group robot of 企业微信, sealed
     */
    public record Kept(long version, Choices choices, @Nullable String robotSealed) {

        static final Kept NONE = new Kept(0, Choices.USUAL, null);
    }

    /** @param robotKey a new key of a robot; empty text takes the one there is away, absent leaves it */
    public record Wanted(Choices choices, Optional<String> robotKey) {}

    public Mono<Kept> of(Tx tx, UUID person) {
        return shelf.find(tx, person).defaultIfEmpty(Kept.NONE);
    }

    /** Kinds of which everything binds, so that the page can say so. */
    public static boolean bindsWholly(NoticeKind kind) {
        return NoticeRules.bindsWholly(kind);
    }

    public Mono<Kept> choose(Asking asking, long version, Wanted wanted) {
        UUID person = asking.actor().personId();
        return of(asking.tx(), person).flatMap(before -> {
            if (before.version() != version) return Mono.error(new RefusedException(CommonRefusal.VERSION_CONFLICT));
            String robot = wanted.robotKey().isEmpty() ? before.robotSealed() : wanted.robotKey().filter(key -> !key.isBlank()).map(sealing::seal).orElse(null);
            Choices decided = ChoiceRules.decide(wanted.choices(), robot != null).orElseRefuse().getFirst();
            return shelf.keep(asking.tx(), person, new Kept(version + 1, decided, robot));
        });
    }
}
