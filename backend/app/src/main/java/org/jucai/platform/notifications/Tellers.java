package org.jucai.platform.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.Addressee;
import org.jucai.platform.membership.AddresseeBoard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells by text message and 企业微信 what people chose to hear there, when it may come. Of several that are due one message is made.
 * What was read in the inbox meanwhile, and what is about a party that the person no longer acts for, is not told.
 */
@Component
class Tellers implements Beating {

    /** Older news stand in the inbox; a message about them would only startle. */
    static final Duration NEWS = Duration.ofDays(1);

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final SqlTellings shelf;
    private final AddresseeBoard addressees;
    private final CatalogueBoard catalogue;
    private final Messages messages;
    private final Clock clock;

    Tellers(Database database, SqlTellings shelf, AddresseeBoard addressees, CatalogueBoard catalogue, Messages messages, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.addressees = addressees;
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    /** Notes what is to be told of new notices, and when. */
    Mono<Void> note(Tx tx, List<Notice> fresh, Map<UUID, ChoiceDesk.Kept> chosen, Instant now) {
        List<Notice> news = fresh.stream().filter(notice -> chosen.containsKey(notice.personId()) && notice.at().isAfter(now.minus(NEWS))).toList();
        if (news.isEmpty()) return Mono.empty();
        return catalogue.current().map(Catalogue::workingDays).flatMap(days -> {
            List<SqlTellings.Due> due = new ArrayList<>();
            for (Notice notice : news) {
                Choices choices = chosen.getOrDefault(notice.personId(), ChoiceDesk.Kept.NONE).choices();
                for (Channel channel : Channel.values()) {
                    if (choices.wants(channel, notice.kind())) due.add(new SqlTellings.Due(notice.id(), channel, notice.personId(), ChoiceRules.due(choices.timing(), now, days)));
                }
            }
            return shelf.add(tx, due);
        });
    }

    /** Queues what is due; tells how many messages. Which were told is noted in the transaction that queues them. */
    Mono<Long> tick() {
        Instant now = clock.instant();
        return database.write(Scope.background(), tx -> shelf.take(tx, now, AT_ONCE).flatMap(due -> due.isEmpty() ? Mono.just(0L) : tell(tx, due, now)));
    }

    private Mono<Long> tell(Tx tx, List<SqlTellings.Taken> due, Instant now) {
        Set<UUID> parties = new HashSet<>();
        due.forEach(one -> parties.add(one.partyId()));
        return addressees.of(tx, parties, now).flatMap(acting -> {
            Map<List<Object>, Messages.Message> messagesToSend = gathered(due, acting);
            return Flux.fromIterable(messagesToSend.values()).concatMap(message -> messages.queue(tx, message, now)).count();
        });
    }

    private static Map<List<Object>, Messages.Message> gathered(List<SqlTellings.Taken> due, List<Addressee> acting) {
        Map<List<Object>, Messages.Message> gathered = new HashMap<>();
        for (SqlTellings.Taken one : due) {
            acting.stream().filter(each -> each.personId().equals(one.personId()) && each.partyId().equals(one.partyId())).findFirst()
                    .filter(_ -> !one.read())
                    .ifPresent(who -> gathered.computeIfAbsent(List.of(one.personId(), one.channel()), _ -> new Messages.Message(who, one.channel(), new ArrayList<>())).of().add(one));
        }
        return gathered;
    }

    static Locale locale(Choices.Language language) {
        return switch (language) {
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.ENGLISH;
        };
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return tick().then();
    }
}
