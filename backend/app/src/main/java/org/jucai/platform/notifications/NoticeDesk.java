package org.jucai.platform.notifications;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Marks what a person has read. */
@Component
public class NoticeDesk {

    private final SqlNotices shelf;
    private final NoticeBoard board;

    NoticeDesk(SqlNotices shelf, NoticeBoard board) {
        this.shelf = shelf;
        this.board = board;
    }

    /** All up to the newest that was shown: what came after it was not seen. */
    public record ReadAll(UUID upTo, @Nullable NoticeKind kind) {}

    /** Reading twice changes nothing. */
    public Mono<NoticeBoard.Worded> read(Asking asking, UUID id, Locale locale) {
        Actor actor = asking.actor();
        return shelf.read(asking.tx(), NoticeBoard.Reader.of(actor), id, asking.at())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .map(notice -> board.worded(notice, actor, locale));
    }

    /** How many are unread afterwards. */
    public Mono<Long> readAll(Asking asking, ReadAll asked) {
        NoticeBoard.Reader reader = NoticeBoard.Reader.of(asking.actor());
        Instant now = asking.at();
        return shelf.readAll(asking.tx(), reader, asked, now).then(shelf.unread(asking.tx(), reader, NoticeBoard.MOST_COUNTED));
    }
}
