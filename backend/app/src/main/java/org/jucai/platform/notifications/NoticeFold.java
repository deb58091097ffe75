package org.jucai.platform.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Follower;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the log for what is told. The cursor moves in the transaction of the notices, so each event is brought once; one that is
 * brought again, after a restore, makes nothing twice.
 */
@Component
class NoticeFold implements Beating {

    /** Said in the log, to nobody's history: in whose inbox something is new, for whoever shows it. */
    static final String STREAM = "notices";

    private static final String READER = "notices";
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int AT_ONCE = 500;
    private static final int PEOPLE_AT_ONCE = 1_000;
    private static final UUID NOBODY = new UUID(0, 1);

    private final Feed feed;
    private final Journal journal;
    private final SqlSubjects subjects;
    private final NoticeMaker maker;
    private final Known known;
    private final Follower follower;

    /** What every step needs besides the shelves. */
    @Component
    record Known(JsonMapper json, Clock clock, Ids ids) {}

    NoticeFold(Database database, Feed feed, Journal journal, SqlSubjects subjects, NoticeMaker maker, Known known) {
        this.feed = feed;
        this.journal = journal;
        this.subjects = subjects;
        this.maker = maker;
        this.known = known;
        this.follower = new Follower(database, feed, AT_ONCE, this::bring);
    }

    /** @param people whose inbox has something new */
    record NoticesCame(List<UUID> people) {}

    static Set<String> types() {
        Set<String> types = new HashSet<>(Subject.TYPES);
        NoticeRules.all().forEach(rule -> types.add(rule.type()));
        return types;
    }

    /** Brings what the log holds now; tells how many events it looked at. */
    Mono<Integer> fold() {
        return follower.follow();
    }

    private Mono<Follower.Part> bring(Tx tx) {
        Instant now = known.clock().instant();
        return feed.stand(tx, READER).flatMap(stand -> feed.glean(tx, stand, types(), AT_ONCE).flatMap(found -> {
            List<Happening> events = found.events().stream().map(event -> new Happening(event, known.json().readTree(event.body()))).toList();
            return learn(tx, events).then(Mono.defer(() -> maker.make(tx, events, now)))
                    .flatMap(people -> say(tx, people, now))
                    .then(feed.move(tx, READER, found.reached()))
                    .thenReturn(new Follower.Part(Math.toIntExact(found.seen()), found.reached()));
        }));
    }

    private Mono<Void> learn(Tx tx, List<Happening> events) {
        List<Subject> things = events.stream().map(Subject::of).flatMap(Optional::stream).toList();
        Set<Subject.Partaker> partakers = new HashSet<>();
        events.stream().map(Subject.Partaker::of).flatMap(Optional::stream).forEach(partakers::add);
        return subjects.learn(tx, things).then(subjects.partake(tx, partakers));
    }

    private Mono<Void> say(Tx tx, Set<UUID> people, Instant now) {
        List<UUID> all = List.copyOf(people);
        List<NewEvent> said = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PEOPLE_AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(from + PEOPLE_AT_ONCE, all.size()));
            said.add(new NewEvent(STREAM, known.ids().next(), 1, null, NoticesCame.class.getSimpleName(), new NoticesCame(some), Set.of()));
        }
        return said.isEmpty() ? Mono.empty() : journal.append(tx, Actor.ofTheClock(NOBODY, PartyKind.PLATFORM), now, said);
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return fold().then();
    }
}
