package org.jucai.platform.notifications;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Role;

/**
 * What one event makes known, to which parties.
 *
 * @param aboutId with {@code aboutVersion} and the type: what makes it the same notice, so that nobody gets it twice
 * @param pageId what the linked page shows
 * @param facts what fills the words
 */
record Telling(Happening happening, NoticeRule rule, Set<UUID> parties, UUID aboutId, long aboutVersion, UUID pageId, Map<String, String> facts) {

    private static final int LONGEST_FACT = 200;

    Telling {
        parties = Set.copyOf(parties);
        facts = Map.copyOf(facts);
    }

    /**
     * @param subject what is known of the thing, {@code round} of its round
     */
    static Telling of(Happening one, NoticeRule rule, Set<UUID> parties, @Nullable Subject subject, @Nullable Subject round) {
        UUID stream = one.event().streamId();
        UUID ofRound = one.round();
        boolean once = rule.is(NoticeRule.Manner.ONCE_A_STEP);
        UUID about = once && ofRound != null ? ofRound : stream;
        UUID shown = rule.is(NoticeRule.Manner.OF_THE_ROUND) && ofRound != null ? ofRound : subject == null || subject.leadsTo() == null ? stream : subject.leadsTo();
        return new Telling(one, rule, parties, about, once ? one.event().position().tx() : one.event().version(), shown, facts(one, rule, subject, round));
    }

    private static Map<String, String> facts(Happening one, NoticeRule rule, @Nullable Subject subject, @Nullable Subject round) {
        Map<String, String> facts = new TreeMap<>();
        if (subject != null) facts.put("name", subject.name());
        if (round != null) facts.put("round", round.name());
        rule.facts().forEach(path -> one.text(path).ifPresent(value -> facts.put(path.substring(path.lastIndexOf('.') + 1), value.substring(0, Math.min(value.length(), LONGEST_FACT)))));
        return facts;
    }

    boolean isFor(UUID person, Set<Role> roles) {
        boolean didIt = happening.event().personId().equals(person) && !rule.is(NoticeRule.Manner.A_RECEIPT);
        return !didIt && roles.stream().anyMatch(rule.roles()::contains);
    }
}
