package org.jucai.platform.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.Addressee;
import org.jucai.platform.membership.AddresseeBoard;
import org.jucai.platform.notifications.webhooks.Posting;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes of what happened what is told: notices for people, messages beside them, and posts to webhooks. */
@Component
class NoticeMaker {

    /** What lies further back is history: a log that is read anew, after a restore, tells it to nobody once more. */
    static final Duration NEWS = Duration.ofDays(30);

    /** Streams whose ids mean nothing to a reader: what happened is read at the round. */
    private static final Set<String> OF_NOTHING = Set.of("round", "opening", "award", "bids", "bid-envelope");

    private final Parties parties;
    private final AddresseeBoard addressees;
    private final SqlNotices notices;
    private final SqlChoices choices;
    private final Tellers tellers;
    private final Posting posting;
    private final Ids ids;

    NoticeMaker(Parties parties, AddresseeBoard addressees, SqlNotices notices, SqlChoices choices, Tellers tellers, Posting posting, Ids ids) {
        this.parties = parties;
        this.addressees = addressees;
        this.notices = notices;
        this.choices = choices;
        this.tellers = tellers;
        this.posting = posting;
        this.ids = ids;
    }

    /** Tells of these events; the people whose inbox has something new. */
    Mono<Set<UUID>> make(Tx tx, List<Happening> events, Instant now) {
        List<Happening> news = events.stream().filter(one -> one.event().at().isAfter(now.minus(NEWS))).toList();
        return parties.tellings(tx, news).flatMap(tellings -> {
            Set<UUID> all = new HashSet<>();
            tellings.forEach(telling -> all.addAll(telling.parties()));
            return addressees.of(tx, all, now).flatMap(people -> tell(tx, tellings, people, now));
        });
    }

    private Mono<Set<UUID>> tell(Tx tx, List<Telling> tellings, List<Addressee> people, Instant now) {
        Map<UUID, List<Addressee>> ofParty = new HashMap<>();
        people.forEach(one -> ofParty.computeIfAbsent(one.partyId(), _ -> new ArrayList<>()).add(one));
        return post(tx, tellings, ofParty, now).then(Mono.defer(() -> {
            Set<UUID> told = new HashSet<>();
            people.forEach(one -> told.add(one.personId()));
            return choices.of(tx, told).flatMap(chosen -> inboxes(tx, wanted(tellings, ofParty, chosen, now), chosen, now));
        }));
    }

    private Mono<Set<UUID>> inboxes(Tx tx, List<Notice> wanted, Map<UUID, ChoiceDesk.Kept> chosen, Instant now) {
        return notices.add(tx, wanted, now).flatMap(added -> {
            List<Notice> fresh = wanted.stream().filter(notice -> added.contains(notice.id())).toList();
            Set<UUID> people = new HashSet<>();
            fresh.forEach(notice -> people.add(notice.personId()));
            return tellers.note(tx, fresh, chosen, now).thenReturn(people);
        });
    }

    private List<Notice> wanted(List<Telling> tellings, Map<UUID, List<Addressee>> ofParty, Map<UUID, ChoiceDesk.Kept> chosen, Instant now) {
        Map<Object, Notice> wanted = new HashMap<>();
        for (Telling telling : tellings) {
            for (Addressee one : telling.parties().stream().flatMap(party -> ofParty.getOrDefault(party, List.of()).stream()).toList()) {
                Choices choice = chosen.getOrDefault(one.personId(), ChoiceDesk.Kept.NONE).choices();
                boolean comes = telling.rule().is(NoticeRule.Manner.BINDS) || choice.of(telling.rule().kind()).inbox();
                if (!comes || !telling.isFor(one.personId(), one.roles())) continue;
                wanted.putIfAbsent(List.of(one.personId(), one.partyId(), telling.aboutId(), telling.aboutVersion(), telling.rule().said()), notice(telling, one, now));
            }
        }
        return wanted.values().stream().sorted(Comparator.comparing(Notice::id)).toList();
    }

    private Notice notice(Telling telling, Addressee one, Instant now) {
        NoticeRule rule = telling.rule();
        Notice.About about = new Notice.About(telling.aboutId(), telling.aboutVersion(), rule.page(), telling.pageId(), telling.happening().round());
        return new Notice(ids.next(), one.personId(), one.partyId(), rule.kind(), rule.said(), about, telling.facts(), telling.happening().event().at(), now, null);
    }

    /** A machine hears for a party what one of its people may hear: a party without anybody of the role hears nothing. */
    private Mono<Void> post(Tx tx, List<Telling> tellings, Map<UUID, List<Addressee>> ofParty, Instant now) {
        return Flux.fromIterable(tellings).map(telling -> {
            Set<UUID> hearing = new HashSet<>();
            telling.parties().stream().filter(party -> ofParty.getOrDefault(party, List.of()).stream().anyMatch(one -> one.hasOneOf(telling.rule().roles()))).forEach(hearing::add);
            return said(telling, hearing);
        }).filter(said -> !said.parties().isEmpty()).collectList().flatMap(all -> posting.post(tx, all, now));
    }

    private static Posting.Said said(Telling telling, Set<UUID> hearing) {
        RecordedEvent event = telling.happening().event();
        UUID shown = telling.rule().is(NoticeRule.Manner.OF_THE_ROUND) ? event.streamId() : telling.pageId();
        Optional<UUID> subject = OF_NOTHING.contains(event.stream()) ? Optional.empty() : Optional.of(shown);
        return new Posting.Said(telling.rule().kind(), event, Optional.ofNullable(telling.happening().round()), subject, hearing);
    }
}
