package org.jucai.platform.contracts.deliveries;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.files.StoredFile;
import org.jucai.platform.files.StoredFileBoard;
import org.jucai.platform.files.UploadDesk;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Photos and papers of deliveries and of their tickets: read by those whom the delivery concerns. */
@Component
class Evidence {

    private final UploadDesk desk;
    private final StoredFileBoard board;

    Evidence(UploadDesk desk, StoredFileBoard board) {
        this.desk = desk;
        this.board = board;
    }

    /** @param subject the delivery itself, or one of its tickets */
    Mono<Void> attach(Asking asking, Delivery delivery, UUID subject, List<UUID> files) {
        String kind = subject.equals(delivery.id()) ? "delivery" : "weigh-ticket";
        return desk.attach(asking, new UploadDesk.Subject(kind, subject, delivery.of().roundId(), delivery.concerned().all()), files).then();
    }

    Mono<Map<UUID, List<StoredFile>>> of(Tx tx, Set<UUID> subjects) {
        return board.attached(tx, subjects);
    }
}
