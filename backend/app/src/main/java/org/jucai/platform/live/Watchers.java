package org.jucai.platform.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jucai.platform.journal.Position;

/** All who listen to this process. Touched by the reader's thread only, so it needs no lock. */
final class Watchers {

    private final Set<Watch> all = new HashSet<>();
    private final Set<Watch> ofAllRounds = new HashSet<>();
    private final Set<Watch> ofNotices = new HashSet<>();
    private final Map<UUID, Set<Watch>> ofRound = new HashMap<>();

    /** How a frame is written, once for all who hear it. */
    @FunctionalInterface
    interface Writing {
        byte[] write(Position position, Said said);
    }

    void add(Watch watch) {
        all.add(watch);
        if (watch.listener().rounds()) ofAllRounds.add(watch);
        if (watch.listener().notices()) ofNotices.add(watch);
        watch.listener().topics().forEach(round -> ofRound.computeIfAbsent(round, _ -> new HashSet<>()).add(watch));
    }

    void remove(Watch watch) {
        all.remove(watch);
        ofAllRounds.remove(watch);
        ofNotices.remove(watch);
        for (UUID round : watch.listener().topics()) {
            ofRound.computeIfPresent(round, (_, there) -> {
                there.remove(watch);
                return there.isEmpty() ? null : there;
            });
        }
    }

    List<Watch> all() {
        return List.copyOf(all);
    }

    boolean anybodyFollows(UUID roundId) {
        return ofRound.containsKey(roundId);
    }

    boolean anybodyHearsOfNotices() {
        return !ofNotices.isEmpty();
    }

    boolean anybodyListens() {
        return !all.isEmpty();
    }

    boolean secretariatFollows(UUID roundId, UUID associationId) {
        return ofRound.getOrDefault(roundId, Set.of()).stream().anyMatch(watch -> watch.listener().isSecretariatOf(associationId));
    }

    void tell(Frame frame, Writing writing) {
        if (frame.audience() instanceof Audience.People) {
            tell(List.copyOf(ofNotices), frame, writing);
            return;
        }
        Set<Watch> following = ofRound.getOrDefault(frame.roundId(), Set.of());
        Stream<Watch> others = frame.step() ? ofAllRounds.stream().filter(watch -> !following.contains(watch)) : Stream.empty();
        tell(Stream.concat(following.stream(), others).toList(), frame, writing);
    }

    private void tell(List<Watch> some, Frame frame, Writing writing) {
        List<Watch> hearing = some.stream().filter(watch -> watch.listener().hears(frame)).toList();
        if (hearing.isEmpty()) return;
        byte[] bytes = writing.write(frame.position(), frame.said());
        hearing.forEach(watch -> tell(watch, bytes));
    }

    void tellAll(byte[] bytes) {
        all().forEach(watch -> tell(watch, bytes));
    }

    private void tell(Watch watch, byte[] bytes) {
        if (!watch.tell(bytes)) remove(watch);
    }

    /** Ends every stream, so that clients go to another process. */
    void dismiss() {
        all().forEach(watch -> {
            remove(watch);
            watch.end().tryEmitEmpty();
        });
    }
}
