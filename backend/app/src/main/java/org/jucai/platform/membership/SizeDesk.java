package org.jucai.platform.membership;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes what suppliers state of their size, and what associations found of it. */
@Component
public class SizeDesk {

    private final SqlSizes sizes;
    private final PartyShelf shelf;
    private final Ids ids;

    SizeDesk(SqlSizes sizes, PartyShelf shelf, Ids ids) {
        this.sizes = sizes;
        this.shelf = shelf;
        this.ids = ids;
    }

    /** An association's finding. @param reason on what it rests, for the supplier to read */
    public record Found(UUID sizeId, boolean confirmed, String reason) {}

    /** The supplier's own word; nobody states it for another. */
    public Mono<SizeStatement> state(Asking asking, UUID supplierId, SizeStatement.Stated stated) {
        return supplier(asking, supplierId).flatMap(file -> {
            if (!asking.actor().actsFor(supplierId)) throw new RefusedException(MembershipRefusal.NOT_OF_YOUR_ASSOCIATION);
            SizeStatement made = new SizeStatement(ids.next(), supplierId, stated, asking.at(), true, List.of());
            List<MemberEvent> events = SizeRules.state(made.id(), stated, asking.today().getYear()).orElseRefuse();
            return shelf.append(asking, file, events).then(Mono.defer(() -> sizes.add(asking.tx(), made))).thenReturn(made);
        });
    }

    /** Confirms the newest word of a supplier of the caller's association, or says that it found otherwise. */
    public Mono<SizeStatement> judge(Asking asking, UUID supplierId, Found found) {
        return supplier(asking, supplierId).zipWhen(_ -> sizes.newest(asking.tx(), supplierId)
                .switchIfEmpty(Mono.error(() -> new RefusedException(MembershipRefusal.SUPPLIER_SIZE_UNKNOWN)))).flatMap(known -> {
            UUID association = asking.actor().partyId();
            SizeStatement.Verdict verdict = new SizeStatement.Verdict(association, "", found.confirmed(), found.reason(), asking.at());
            List<MemberEvent> events = SizeRules.judge(known.getT2(), found.sizeId(), verdict).orElseRefuse();
            return shelf.append(asking, known.getT1(), events).then(Mono.defer(() -> sizes.add(asking.tx(), found.sizeId(), supplierId, verdict)))
                    .then(Mono.defer(() -> sizes.newest(asking.tx(), supplierId)));
        });
    }

    private Mono<PartyFile> supplier(Asking asking, UUID id) {
        return shelf.kept(asking, id).map(file -> {
            if (file.party().kind() == PartyKind.SUPPLIER) return file;
            throw new RefusedException(MembershipRefusal.PARTY_UNKNOWN);
        });
    }
}
