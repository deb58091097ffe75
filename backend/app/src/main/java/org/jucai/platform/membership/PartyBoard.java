package org.jucai.platform.membership;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people read about parties; row-level security decides how much each of them sees. */
@Component
public class PartyBoard {

    private final Database database;
    private final SqlParties parties;
    private final SqlFiles files;
    private final SqlConnections connections;
    private final Journal journal;
    private final MembershipBoard names;
    private final PeopleBoard people;
    private final JsonMapper json;

    PartyBoard(Database database, Shelves shelves, Journal journal, MembershipBoard names, PeopleBoard people, JsonMapper json) {
        this.database = database;
        this.parties = shelves.parties();
        this.files = shelves.files();
        this.connections = shelves.connections();
        this.journal = journal;
        this.names = names;
        this.people = people;
        this.json = json;
    }

    /** The tables that are read. */
    @Component
    record Shelves(SqlParties parties, SqlFiles files, SqlConnections connections) {}

    /** Where a page begins and how long it is. */
    public record Span(@Nullable String cursor, int limit) {}

    /** One step of a history, with the names to show. */
    public record Step(RecordedEvent event, @Nullable String personName, @Nullable String partyName, Map<String, Object> facts) {}

    public Mono<PartyFile> file(Scope scope, PartyKind kind, UUID id) {
        return database.read(scope, tx -> parties.file(tx, id))
                .filter(file -> file.party().kind() == kind)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MembershipRefusal.PARTY_UNKNOWN)));
    }

    public Mono<Page<PartyRow>> directory(Scope scope, PartySearch search) {
        return database.read(scope, tx -> parties.directory(tx, search));
    }

    public Mono<Page<AssociationRow>> associations(Span span) {
        return database.read(Scope.background(), tx -> parties.associations(tx, span.cursor(), span.limit() + 1))
                .map(rows -> Page.cut(rows, span.limit(), AssociationRow::code));
    }

    public Mono<Page<Evidence>> papers(Scope scope, PartyKind kind, UUID id, Span span) {
        return open(scope, kind, id).then(database.read(scope, tx -> files.papers(tx, id, span.cursor(), span.limit())));
    }

    public Mono<Page<DeliveryPoint>> deliveryPoints(Scope scope, UUID id, Span span) {
        return open(scope, PartyKind.ENTERPRISE, id)
                .then(database.read(scope, tx -> files.places(tx, id, span.cursor(), span.limit())));
    }

    public Mono<Page<ProductivityGrade>> grades(Scope scope, UUID id, Span span) {
        return open(scope, PartyKind.ENTERPRISE, id)
                .then(database.read(scope, tx -> files.grades(tx, id, span.cursor(), span.limit())));
    }

    /** Whoever may not read a file is told the same as where there is none. */
    Mono<PartyFile> open(Scope scope, PartyKind kind, UUID id) {
        return file(scope, kind, id)
                .filter(PartyFile::open)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MembershipRefusal.PARTY_UNKNOWN)));
    }

    /** Papers that have run out, or will within the days asked for. */
    public Mono<Page<EvidenceExpiry>> expiries(Scope scope, Instant now, int withinDays, Span span) {
        return database.read(scope,
                tx -> files.expiries(tx, Beijing.day(now).plusDays(withinDays), span.cursor(), span.limit()));
    }

    public Mono<Page<Connection>> connections(Scope scope, @Nullable UUID party, Span span) {
        return database.read(scope, tx -> connections.list(tx, party, span.cursor(), span.limit()));
    }

    /** What happened to a party, oldest first, as far as the reader may know. */
    public Mono<Page<Step>> history(Scope scope, UUID id, Span span) {
        return database.read(scope, tx -> parties.file(tx, id)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(MembershipRefusal.PARTY_UNKNOWN)))
                        .then(journal.history(tx, id, span.cursor(), span.limit())))
                .flatMap(this::named);
    }

    private Mono<Page<Step>> named(Page<RecordedEvent> page) {
        Set<UUID> persons = new HashSet<>();
        Set<UUID> actingFor = new HashSet<>();
        page.items().forEach(event -> {
            persons.add(event.personId());
            actingFor.add(event.partyId());
        });
        return people.names(persons).zipWith(names.names(actingFor), (who, forWhom) -> page.map(event -> {
            PartyName party = forWhom.get(event.partyId());
            return new Step(event, who.get(event.personId()), party == null ? null : party.nameZh(), facts(event));
        }));
    }

    private Map<String, Object> facts(RecordedEvent event) {
        return json.readValue(event.body(), new TypeReference<Map<String, Object>>() {});
    }
}
