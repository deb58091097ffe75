package org.jucai.platform.notifications;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person's inbox, for the party they act for. Row-level security shows nobody another's. */
@Component
public class NoticeBoard {

    /** Beyond this the bell says "more than". */
    public static final int MOST_COUNTED = 1_000;

    private static final Pattern CURSOR = Pattern.compile("([ur])([0-9]{1,17})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Database database;
    private final SqlNotices shelf;
    private final NoticeWords words;

    NoticeBoard(Database database, SqlNotices shelf, NoticeWords words) {
        this.database = database;
        this.shelf = shelf;
        this.words = words;
    }

    /** Whose inbox. */
    record Reader(UUID personId, UUID partyId) {

        static Reader of(Actor actor) {
            return new Reader(actor.personId(), actor.partyId());
        }
    }

    /** The last notice of the page before. */
    public record After(boolean read, Instant at, UUID id) {

        static After of(String cursor) {
            Matcher parts = CURSOR.matcher(cursor);
            if (!parts.matches()) throw new RefusedException(CommonRefusal.BAD_REQUEST);
            return new After(parts.group(1).equals("r"), Instant.EPOCH.plus(Long.parseLong(parts.group(2)), ChronoUnit.MICROS), UUID.fromString(parts.group(3)));
        }

        static String text(Notice last) {
            return (last.readAt() == null ? "u" : "r") + ChronoUnit.MICROS.between(Instant.EPOCH, last.at()) + "." + last.id();
        }
    }

    /** Which notices. */
    public record Question(@Nullable NoticeKind kind, boolean unreadOnly, @Nullable After after, int limit) {

        public static Question of(@Nullable NoticeKind kind, boolean unreadOnly, @Nullable String cursor, int limit) {
            return new Question(kind, unreadOnly, cursor == null ? null : After.of(cursor), limit);
        }
    }

    /** A notice in words, with the page it leads to. */
    public record Worded(Notice notice, String words, String path) {}

    /** What is unread first, then newest first. */
    public Mono<Page<Worded>> list(Actor actor, Question asked, Locale locale) {
        return database.read(Scope.of(actor), tx -> shelf.list(tx, Reader.of(actor), asked))
                .map(rows -> Page.cut(rows, asked.limit(), After::text).map(notice -> worded(notice, actor, locale)));
    }

    /** How many are unread, at most {@value #MOST_COUNTED}. */
    public Mono<Long> unread(Actor actor) {
        return database.read(Scope.of(actor), tx -> shelf.unread(tx, Reader.of(actor), MOST_COUNTED));
    }

    Worded worded(Notice notice, Actor actor, Locale locale) {
        return new Worded(notice, words.say(notice.type(), notice.facts(), locale),
                notice.about().page().path(actor.partyKind(), notice.about().pageId(), notice.about().roundId(), notice.facts()));
    }
}
