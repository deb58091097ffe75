package org.jucai.platform.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.Addressee;
import org.jucai.platform.membership.Texts;
import org.jucai.platform.notifications.wecom.WeComMessages;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes one message of what is due for a person, and queues it where it is sent from. */
@Component
class Messages {

    private static final Duration GOOD_FOR = Duration.ofDays(1);
    private static final int SAID = 3;
    private static final int LONGEST_SMS = 300;
    private static final int LONGEST_WECOM = 1_500;
    private static final String INBOX = "/notices";

    private final SqlChoices choices;
    private final NoticeWords notices;
    private final Words words;
    private final Texts texts;
    private final WeComMessages weCom;

    Messages(SqlChoices choices, NoticeWords notices, Words words, Texts texts, WeComMessages weCom) {
        this.choices = choices;
        this.notices = notices;
        this.words = words;
        this.texts = texts;
        this.weCom = weCom;
    }

    /** Who is told what in one message. */
    record Message(Addressee who, Channel channel, List<SqlTellings.Taken> of) {}

    Mono<UUID> queue(Tx tx, Message message, Instant now) {
        UUID person = message.who().personId();
        return choices.of(tx, java.util.Set.of(person)).flatMap(found -> {
            ChoiceDesk.Kept kept = found.getOrDefault(person, ChoiceDesk.Kept.NONE);
            Locale locale = Tellers.locale(kept.choices().language());
            return switch (message.channel()) {
                case SMS -> texts.queue(tx, new Texts.Telling(message.who().phone(), "notice", Map.of("words", cut(sentence(message, locale), LONGEST_SMS), "link", link(message)), GOOD_FOR), now);
                case WECOM -> kept.robotSealed() == null ? Mono.<Void>empty()
                        : weCom.queue(tx, new WeComMessages.Telling(person, kept.robotSealed(), cut(sentence(message, locale), LONGEST_WECOM) + "\n" + link(message), GOOD_FOR), now);
            };
        }).thenReturn(person);
    }

    private String link(Message message) {
        if (message.of().size() > 1) return texts.link(INBOX);
        SqlTellings.Shown only = message.of().getFirst().shown();
        return texts.link(only.page().path(message.who().kind(), only.pageId(), only.roundId(), only.facts()));
    }

    private String sentence(Message message, Locale locale) {
        String said = message.of().stream().limit(SAID).map(one -> notices.say(one.shown().type(), one.shown().facts(), locale)).collect(Collectors.joining(words.say("notice.joint", locale, Map.of())));
        if (message.of().size() == 1) return said;
        return words.say("notice.several", locale, Map.of("count", message.of().size(), "said", said));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
