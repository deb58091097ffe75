package org.jucai.platform.notifications;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.KeptForAWhile;
import org.jucai.platform.kernel.Tx;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The inboxes. */
@Component
class SqlNotices implements KeptForAWhile {

    private static final String COLUMNS = "id, person_id, party_id, kind, type, about_id, about_version, page, page_id, round_id, facts::text as facts, at, noted_at, read_at";

    /** Tells which were new: the same event brought twice makes no second notice. */
    private static final String ADD = """
            insert into notice (id, person_id, party_id, kind, type, about_id, about_version, page, page_id, round_id, facts, at, noted_at)
            select u.id, u.person, u.party, u.kind, u.type, u.about, u.version, u.page, u.shown, u.round, u.facts::jsonb, u.at, :now
            from unnest(:ids::uuid[], :persons::uuid[], :parties::uuid[], :kinds::text[], :types::text[], :abouts::uuid[], :versions::bigint[],
                        :pages::text[], :shown::uuid[], :rounds::uuid[], :facts::text[], :ats::timestamptz[])
                 as u(id, person, party, kind, type, about, version, page, shown, round, facts, at)
            on conflict on constraint notice_once_per_person do nothing
            returning id
            """;

    /** What is unread stands first. */
    private static final String LIST = "select " + COLUMNS + """
             from notice
            where person_id = :person and party_id = :party
              and (:kind = '' or kind = :kind) and (not :unread or read_at is null)
              and (cast(:before as uuid) is null or case when read_at is null then 0 else 1 end > :part
                   or case when read_at is null then 0 else 1 end = :part and (at, id) < (cast(:at as timestamptz), cast(:before as uuid)))
            order by case when read_at is null then 0 else 1 end, at desc, id desc limit :limit
            """;

    private static final String UNREAD = """
            select count(*) from (select 1 from notice where person_id = :person and party_id = :party and read_at is null limit :most) as counted
            """;

    private static final String READ = "update notice set read_at = coalesce(read_at, :now) where id = :id and person_id = :person and party_id = :party returning " + COLUMNS;

    private static final String READ_ALL = """
            update notice set read_at = :now
            where id in (select id from notice where person_id = :person and party_id = :party and read_at is null and (:kind = '' or kind = :kind)
                           and (at, id) <= (select n.at, n.id from notice n where n.id = :upTo and n.person_id = :person) order by at desc limit 10000)
            """;

    private static final String OUTDATED = """
            delete from notice where id in (select id from notice where noted_at < :end order by noted_at limit :limit for update skip locked)
            """;

    private final JsonMapper json;
    private final Duration keptFor;

    SqlNotices(JsonMapper json, @Value("${jucai.retention.notices:365d}") Duration keptFor) {
        this.json = json;
        this.keptFor = keptFor;
    }

    /** The ids of those that were new. */
    Mono<Set<UUID>> add(Tx tx, List<Notice> notices, Instant now) {
        if (notices.isEmpty()) return Mono.just(Set.of());
        return tx.sql(ADD).bind("now", Bind.at(now))
                .bind("ids", ids(notices, Notice::id)).bind("persons", ids(notices, Notice::personId)).bind("parties", ids(notices, Notice::partyId))
                .bind("kinds", texts(notices, notice -> notice.kind().name())).bind("types", texts(notices, Notice::type))
                .bind("abouts", ids(notices, notice -> notice.about().id())).bind("versions", notices.stream().map(notice -> notice.about().version()).toArray(Long[]::new))
                .bind("pages", texts(notices, notice -> notice.about().page().name())).bind("shown", ids(notices, notice -> notice.about().pageId()))
                .bind("rounds", notices.stream().map(notice -> notice.about().roundId()).toArray(UUID[]::new))
                .bind("facts", texts(notices, notice -> json.writeValueAsString(notice.facts())))
                .bind("ats", notices.stream().map(notice -> Bind.at(notice.at())).toArray(OffsetDateTime[]::new))
                .mapValue(UUID.class).all().collectList().map(Set::copyOf);
    }

    private static UUID[] ids(Collection<Notice> notices, Function<Notice, UUID> of) {
        return notices.stream().map(of).toArray(UUID[]::new);
    }

    private static String[] texts(Collection<Notice> notices, Function<Notice, String> of) {
        return notices.stream().map(of).toArray(String[]::new);
    }

    Mono<List<Notice>> list(Tx tx, NoticeBoard.Reader reader, NoticeBoard.Question asked) {
        return tx.sql(LIST).bind("person", reader.personId()).bind("party", reader.partyId())
                .bind("kind", asked.kind() == null ? "" : asked.kind().name()).bind("unread", asked.unreadOnly())
                .bind("before", Bind.maybe(asked.after() == null ? null : asked.after().id(), UUID.class))
                .bind("at", Bind.maybe(asked.after() == null ? null : Bind.at(asked.after().at()), OffsetDateTime.class)).bind("part", asked.after() != null && asked.after().read() ? 1 : 0)
                .bind("limit", asked.limit() + 1)
                .map(this::notice).all().collectList();
    }

    Mono<Long> unread(Tx tx, NoticeBoard.Reader reader, int most) {
        return tx.sql(UNREAD).bind("person", reader.personId()).bind("party", reader.partyId()).bind("most", most).mapValue(Long.class).one();
    }

    Mono<Notice> read(Tx tx, NoticeBoard.Reader reader, UUID id, Instant now) {
        return tx.sql(READ).bind("id", id).bind("person", reader.personId()).bind("party", reader.partyId()).bind("now", Bind.at(now)).map(this::notice).one();
    }

    Mono<Long> readAll(Tx tx, NoticeBoard.Reader reader, NoticeDesk.ReadAll asked, Instant now) {
        return tx.sql(READ_ALL).bind("person", reader.personId()).bind("party", reader.partyId()).bind("upTo", asked.upTo())
                .bind("kind", asked.kind() == null ? "" : asked.kind().name()).bind("now", Bind.at(now)).fetch().rowsUpdated();
    }

    @Override
    public Duration keptFor() {
        return keptFor;
    }

    @Override
    public Mono<Long> delete(Tx tx, Instant end, int limit) {
        return tx.sql(OUTDATED).bind("end", Bind.at(end)).bind("limit", limit).fetch().rowsUpdated();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Notice notice(Readable row) {
        Notice.About about = new Notice.About(row.get("about_id", UUID.class), row.get("about_version", Long.class), NoticePage.valueOf(row.get("page", String.class)),
                row.get("page_id", UUID.class), row.get("round_id", UUID.class));
        return new Notice(row.get("id", UUID.class), row.get("person_id", UUID.class), row.get("party_id", UUID.class), NoticeKind.valueOf(row.get("kind", String.class)),
                row.get("type", String.class), about, json.readValue(row.get("facts", String.class), new TypeReference<Map<String, String>>() {}),
                row.get("at", Instant.class), row.get("noted_at", Instant.class), row.get("read_at", Instant.class));
    }
}
