package org.jucai.platform.live;

import java.util.List;
import java.util.Optional;
import org.jucai.platform.journal.Position;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.security.Presence;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets listeners in and gives each its stream. */
@Service
public class LiveDesk {

    private final LiveReader reader;
    private final Replay replay;
    private final RoundsKnown rounds;

    LiveDesk(LiveReader reader, Replay replay, RoundsKnown rounds) {
        this.reader = reader;
        this.replay = replay;
        this.rounds = rounds;
    }

    /** Completes where the listener may hear of every round asked for; otherwise there is no such round. */
    public Mono<Void> admit(Listener listener) {
        return Flux.fromIterable(listener.topics())
                .concatMap(round -> rounds.find(round)
                        .filter(listener::mayHearOf)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND))))
                .then(reader.begun())
                .then();
    }

    /**
     * The stream, as bytes shared by all who hear the same; never to be changed. Ends when the listener may no longer hear
     * it, with {@link SlowReaderException} when it is not read fast enough.
     *
     * @param lastHeard the cursor heard last, where the client resumes
     */
    public Flux<byte[]> listen(Listener listener, Optional<Presence> presence, Optional<String> lastHeard) {
        return reader.begun().flatMapMany(blocks -> Flux.usingWhen(
                reader.join(listener, presence),
                watch -> Flux.concat(opening(watch, blocks, lastHeard), watch.told()).takeUntilOther(watch.end().asMono()),
                reader::leave));
    }

    private Flux<byte[]> opening(Watch watch, Blocks blocks, Optional<String> lastHeard) {
        if (lastHeard.isEmpty()) return Flux.just(blocks.opening(watch.since()));
        Optional<Position> from = blocks.cursors().open(lastHeard.get());
        Mono<List<Frame>> missed = from
                .map(position -> replay.between(watch.listener(), position, watch.since()))
                .orElseGet(() -> Mono.just(List.of(replay.reset(watch.since()))));
        return missed.flatMapIterable(frames -> frames)
                .map(frame -> blocks.event(frame.position(), frame.said()))
                .concatWithValues(blocks.opening(watch.since()));
    }
}
