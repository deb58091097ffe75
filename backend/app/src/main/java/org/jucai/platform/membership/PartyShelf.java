package org.jucai.platform.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds a party's file, and moves its version together with its events: whoever was second is told so. */
@Component
class PartyShelf {

    static final String STREAM = "party";

    private final SqlParties parties;
    private final Journal journal;
    private final MembershipBoard board;

    PartyShelf(SqlParties parties, Journal journal, MembershipBoard board) {
        this.parties = parties;
        this.journal = journal;
        this.board = board;
    }

    /** The file, for whoever may change something in it. */
    Mono<PartyFile> kept(Asking asking, UUID id) {
        return any(asking, id).map(file -> {
            if (file.isKeptBy(asking.actor().partyId())) return file;
            throw new RefusedException(MembershipRefusal.NOT_OF_YOUR_ASSOCIATION);
        });
    }

    Mono<PartyFile> any(Asking asking, UUID id) {
        return parties.file(asking.tx(), id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MembershipRefusal.PARTY_UNKNOWN)));
    }

    /** Raises the version and writes the events. */
    Mono<Void> append(Asking asking, PartyFile file, List<? extends MemberEvent> events) {
        Party party = file.party();
        return parties.move(asking.tx(), party.id(), party.version(), events.size())
                .flatMap(first -> first ? write(asking, party.id(), party.version(), file.readers(), events) : second());
    }

    static <T> Mono<T> second() {
        return Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT));
    }

    /** Writes events whose version the statement before has already claimed. */
    Mono<Void> write(Asking asking, UUID id, long version, Set<UUID> readers, List<? extends MemberEvent> events) {
        List<NewEvent> written = new ArrayList<>();
        for (MemberEvent event : events) {
            written.add(new NewEvent(STREAM, id, version + 1 + written.size(), null, event.getClass().getSimpleName(), event, readers));
        }
        board.forget(id);
        return journal.append(asking.tx(), asking.actor(), asking.at(), written);
    }

    /** A connection is a stream of its own: whoever records it need not keep either party's file. */
    Mono<Void> writeConnection(Asking asking, Connection made, Set<UUID> readers) {
        Connection.Link link = made.link();
        MemberEvent event = new MemberEvent.PartiesConnected(made.one().id(), made.other().id(), link.reason().name(), link.evidence());
        return journal.append(asking.tx(), asking.actor(), asking.at(),
                List.of(new NewEvent("connection", made.id(), 1, null, "PartiesConnected", event, readers)));
    }
}
