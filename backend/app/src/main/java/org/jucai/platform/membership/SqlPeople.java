package org.jucai.platform.membership;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** People and their appointments, as row-level security lets the asking parties see them. */
@Component
class SqlPeople {

    private static final String PERSON = """
            select jsonb_build_object('id', n.id, 'name', n.name, 'account', n.account, 'phone', n.phone, 'active', n.active,
                'passwordSet', n.password_set, 'version', n.version,
                'posts', coalesce((select jsonb_agg(jsonb_build_object('partyId', a.party_id, 'partyName', p.name_zh,
                        'partyKind', p.kind, 'roles', a.roles, 'fromOn', a.from_on, 'toOn', a.to_on,
                        'belongsToMemberId', a.belongs_to_member) order by a.id)
                    from (select * from appointment where person_id = n.id order by id desc limit 50) a
                    join party p on p.id = a.party_id), '[]'))::text
            from person n
            """;

    private static final String LIST = PERSON + """
            where (:party = '' or exists (select 1 from appointment a where a.person_id = n.id and a.party_id::text = :party
                                          and a.to_on is null))
              and (:q = '' or position(upper(:q) in upper(concat_ws(' ', n.name, n.account, n.phone))) > 0)
              and (:cursor = '' or n.id::text > :cursor)
            order by n.id limit :limit
            """;

    private static final String ADD = """
            insert into person (id, name, account, phone, added_at) values (:id, :name, :account, :phone, :at)
            """;

    private static final String END_POST = """
            update appointment set to_on = :on where person_id = :person and party_id = :party and to_on is null
            """;

    private static final String OPEN_POST = """
            insert into appointment (id, person_id, party_id, roles, from_on, belongs_to_member)
            values (:id, :person, :party, :roles, :on, :member)
            """;

    private static final String MOVE = """
            update person set version = version + 1, active = :active where id = :id and version = :version
            """;

    /** Locks the party, so that two administrators cannot each remove the other as not the last. */
    private static final String LOCK = "select id from party where id = :party for update";

    private static final String OTHER_ADMINISTRATORS = """
            select count(*) from appointment a join person n on n.id = a.person_id
            where a.party_id = :party and a.to_on is null and n.active and n.id <> :person and :role = any(a.roles)
            """;

    private final JsonMapper json;

    SqlPeople(JsonMapper json) {
        this.json = json;
    }

    Mono<Person> find(Tx tx, UUID id) {
        return tx.sql(PERSON + " where n.id = :id").bind("id", id).mapValue(String.class).one().map(this::person);
    }

    Mono<Page<Person>> list(Tx tx, @Nullable String q, @Nullable UUID party, PartyBoard.Span span) {
        return tx.sql(LIST)
                .bind("party", party == null ? "" : party.toString())
                .bind("q", q == null ? "" : q.strip())
                .bind("cursor", Bound.cursor(span.cursor()))
                .bind("limit", span.limit() + 1)
                .mapValue(String.class).all().map(this::person).collectList()
                .map(rows -> Page.cut(rows, span.limit(), row -> row.id().toString()));
    }

    private Person person(String text) {
        return json.readValue(text, Person.class);
    }

    Mono<Void> add(Tx tx, Person person, Instant at) {
        return tx.sql(ADD).bind("id", person.id()).bind("name", person.name()).bind("account", person.account())
                .bind("phone", person.phone()).bind("at", Bound.at(at))
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, Taken::by).then();
    }

    /** What a person may do for a party from a day on. */
    record NewPost(UUID id, UUID personId, UUID partyId, Set<Role> roles, @Nullable UUID belongsTo, LocalDate on) {}

    Mono<Void> open(Tx tx, NewPost post) {
        return tx.sql(OPEN_POST)
                .bind("id", post.id()).bind("person", post.personId()).bind("party", post.partyId())
                .bind("roles", Bound.names(post.roles())).bind("on", post.on())
                .bind("member", Bound.maybe(post.belongsTo(), UUID.class))
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, Taken::by).then();
    }

    /** Ends a post the day before; one that began today never was. */
    Mono<Void> end(Tx tx, UUID person, UUID party, LocalDate today) {
        return tx.sql(END_POST).bind("on", today.minusDays(1)).bind("person", person).bind("party", party)
                .fetch().rowsUpdated().then();
    }

    Mono<Boolean> move(Tx tx, UUID id, long version, boolean active) {
        return tx.sql(MOVE).bind("id", id).bind("version", version).bind("active", active).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Active administrators of a party besides one person. */
    Mono<Integer> otherAdministrators(Tx tx, UUID party, @Nullable UUID person, String role) {
        UUID besides = person == null ? new UUID(0, 0) : person;
        return tx.sql(LOCK).bind("party", party).mapValue(UUID.class).one()
                .then(tx.sql(OTHER_ADMINISTRATORS).bind("party", party).bind("person", besides).bind("role", role)
                        .mapValue(Long.class).one())
                .map(Long::intValue);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Map<UUID, String>> names(Tx tx, Set<UUID> ids) {
        return tx.sql("select id, name from person where id = any(:ids) limit 10000")
                .bind("ids", ids.toArray(UUID[]::new))
                .map((Readable row) -> Map.entry(row.get("id", UUID.class), row.get("name", String.class)))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** For one person's posts, the ones that a deactivation must look at. */
    static List<Person.Post> open(Person person) {
        return person.posts().stream().filter(Person.Post::isOpen).toList();
    }
}
