package org.jucai.platform.rounds.web;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.membership.PeopleBoard;
import org.jucai.spec.model.RoundsHistoryEntry;
import org.jucai.spec.model.RoundsHistoryPage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who did what and when, with names; a price cap is taken out unless its owner reads. */
@Component
class Histories {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final Database database;
    private final Journal journal;
    private final MembershipBoard members;
    private final PeopleBoard people;
    private final JsonMapper json;

    Histories(Database database, Journal journal, MembershipBoard members, PeopleBoard people, JsonMapper json) {
        this.database = database;
        this.journal = journal;
        this.members = members;
        this.people = people;
        this.json = json;
    }

    Mono<RoundsHistoryPage> ofRound(UUID roundId, @Nullable String cursor, int limit, Caller caller) {
        return named(caller, false, tx -> journal.historyOfRound(tx, roundId, cursor, limit));
    }

    Mono<RoundsHistoryPage> ofThing(UUID id, @Nullable String cursor, int limit, Caller caller) {
        return named(caller, true, tx -> journal.history(tx, id, cursor, limit));
    }

    /** @param open whether what lines ask for is shown: the round's history names them only, for each reading of a line is kept */
    private Mono<RoundsHistoryPage> named(Caller caller, boolean open, Function<Tx, Mono<Page<RecordedEvent>>> read) {
        return database.read(caller.scope(), read).flatMap(page -> Mono.zip(
                        members.names(page.items().stream().map(RecordedEvent::partyId).collect(Collectors.toSet())), peopleIn(page))
                .map(names -> {
                    RoundsHistoryPage view = new RoundsHistoryPage(page.items().stream()
                            .map(event -> entry(event, names.getT1(), names.getT2(), new Reader(caller, open))).toList());
                    view.setNextCursor(page.nextCursor());
                    return view;
                }));
    }

    private Mono<Map<UUID, String>> peopleIn(Page<RecordedEvent> page) {
        return Flux.fromStream(page.items().stream().map(RecordedEvent::personId).distinct())
                .flatMap(person -> people.credential(person).map(known -> Map.entry(person, known.displayName())))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private RoundsHistoryEntry entry(RecordedEvent event, Map<UUID, PartyName> parties, Map<UUID, String> persons, Reader reader) {
        RoundsHistoryEntry entry = new RoundsHistoryEntry();
        entry.setPosition(event.streamId() + "." + event.version());
        entry.setType(event.type());
        entry.setSubject(event.stream());
        entry.setSubjectId(event.streamId());
        entry.setAt(event.at());
        entry.setActorName(persons.getOrDefault(event.personId(), ""));
        PartyName party = parties.get(event.partyId());
        entry.setPartyName(party == null ? "" : party.nameZh());
        entry.setEntry(RoundsHistoryEntry.EntryEnum.valueOf(event.entry()));
        entry.setFacts(facts(event, reader));
        return entry;
    }

    private record Reader(Caller caller, boolean opensLines) {

        boolean owns(JsonNode line) {
            return caller.actor().partyId().toString().equals(line.path("enterpriseId").asString(""));
        }
    }

    /** Price caps are shown to nobody but their owner until the offers are open (law 8). */
    private Map<String, Object> facts(RecordedEvent event, Reader reader) {
        JsonNode body = json.readTree(event.body());
        if (body instanceof ObjectNode facts && body.path("line") instanceof ObjectNode line && !reader.owns(line)) {
            line.remove("priceCap");
            if (!reader.opensLines()) {
                facts.remove("moves");
                line.retain("id", "code", "enterpriseId", "status");
            }
        }
        return json.convertValue(body, FACTS);
    }
}
