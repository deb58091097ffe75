package org.jucai.platform.bidding.samples;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.bidding.questions.TenderRoom;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Registers samples that were sent, and acknowledges their receipt. */
@Service
public class SampleDesk {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 7;

    private final RoundBoard rounds;
    private final TenderRoom room;
    private final SqlSamples shelf;
    private final MembershipBoard members;
    private final Journal journal;
    private final Ids ids;
    private final SecureRandom chance;

    SampleDesk(RoundBoard rounds, TenderRoom room, SqlSamples shelf, MembershipBoard members, Journal journal, Ids ids, SecureRandom chance) {
        this.rounds = rounds;
        this.room = room;
        this.shelf = shelf;
        this.members = members;
        this.journal = journal;
        this.ids = ids;
        this.chance = chance;
    }

    /** What was sent, for which lot, and to which laboratory, where to one. */
    public record Sent(UUID roundId, UUID lotId, Optional<UUID> laboratoryId, Sample.Parcel parcel) {}

    /** Which sample, and as which version it was read. */
    public record Which(UUID sampleId, OptionalLong expectedVersion) {}

    public Mono<Sample> register(Asking asking, Sent sent) {
        return rounds.join(asking.tx(), sent.roundId()).flatMap(round -> {
            Sample sample = new Sample(ids.next(), round.id(), round.associationId(), asking.actor().partyId(), sent.laboratoryId(), sent.lotId(), code(),
                    SampleStatus.SENT, sent.parcel(), asking.at(), Optional.empty(), Optional.empty(), 1);
            return shelf.before(asking.tx(), round.id(), asking.actor().partyId())
                    .map(before -> SampleRules.register(round, sample, before, asking.today()).orElseRefuse().getFirst())
                    .flatMap(event -> may(asking, round, sent)
                            .then(shelf.add(asking.tx(), sample))
                            .then(record(asking, sample, event))
                            .thenReturn(sample));
        });
    }

    private Mono<Void> may(Asking asking, Round round, Sent sent) {
        return room.admits(asking, round).then(room.tenders(asking.tx(), round, Optional.of(sent.lotId()))).then(known(sent.laboratoryId()));
    }

    private Mono<Void> known(Optional<UUID> laboratory) {
        return Mono.justOrEmpty(laboratory).flatMap(id -> members.names(Set.of(id))
                .filter(names -> names.containsKey(id) && names.get(id).kind() == PartyKind.LABORATORY)
                .switchIfEmpty(Mono.error(() -> new RefusedException(SampleRefusal.LABORATORY_UNKNOWN)))).then();
    }

    public Mono<Sample> receive(Asking asking, Which which, Optional<String> remark) {
        return find(asking, which, asking.actor().partyId(), true)
                .flatMap(sample -> move(asking, sample.ended(SampleStatus.RECEIVED, remark, asking.at()), SampleRules.receive(sample, remark).orElseRefuse().getFirst()));
    }

    public Mono<Sample> cancel(Asking asking, Which which) {
        return find(asking, which, asking.actor().partyId(), false)
                .flatMap(sample -> move(asking, sample.ended(SampleStatus.CANCELLED, Optional.empty(), asking.at()), SampleRules.cancel(sample).orElseRefuse().getFirst()));
    }

    private Mono<Sample> find(Asking asking, Which which, UUID party, boolean receiver) {
        return shelf.find(asking.tx(), which.sampleId())
                .filter(sample -> receiver ? sample.isReceivedBy(party) : SampleRules.mayCancel(sample, party))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(sample -> which.expectedVersion().orElse(sample.version()) == sample.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)));
    }

    private Mono<Sample> move(Asking asking, Sample after, SampleEvent event) {
        return shelf.move(asking.tx(), after).filter(moved -> moved)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(record(asking, after, event))
                .thenReturn(after);
    }

    /** Part of no round's history: there it would tell who else is about to offer. */
    private Mono<Void> record(Asking asking, Sample sample, SampleEvent event) {
        Set<UUID> readers = new HashSet<>(Set.of(sample.supplierId(), sample.associationId()));
        sample.laboratoryId().ifPresent(readers::add);
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(Sample.STREAM, sample.id(), sample.version(), null,
                event.getClass().getSimpleName(), event, readers)));
    }

    private String code() {
        return "S-" + chance.ints(CODE_LENGTH, 0, LETTERS.length()).mapToObj(at -> LETTERS.substring(at, at + 1)).collect(Collectors.joining());
    }
}
