package org.jucai.platform.membership;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Files papers, places, grades and connections. */
@Component
public class FileDesk {

    private final SqlFiles files;
    private final SqlConnections connections;
    private final PartyShelf shelf;
    private final Ids ids;

    FileDesk(SqlFiles files, SqlConnections connections, PartyShelf shelf, Ids ids) {
        this.files = files;
        this.connections = connections;
        this.shelf = shelf;
        this.ids = ids;
    }

    public Mono<Evidence> file(Asking asking, PartyKind kind, UUID partyId, Evidence.Paper paper) {
        if (paper.isReversed()) throw new RefusedException(MembershipRefusal.DATES_REVERSED);
        return kept(asking, kind, partyId).flatMap(party -> {
            Evidence filed = paper.filed(ids.next(), partyId, asking.at());
            return shelf.append(asking, party, List.of(new MemberEvent.EvidenceFiled(filed.id(), paper)))
                    .then(Mono.defer(() -> files.add(asking.tx(), filed)))
                    .thenReturn(filed);
        });
    }

    public Mono<DeliveryPoint> add(Asking asking, UUID enterpriseId, DeliveryPoint.Place place) {
        return kept(asking, PartyKind.ENTERPRISE, enterpriseId).flatMap(party -> {
            DeliveryPoint point = place.at(ids.next(), enterpriseId);
            return shelf.append(asking, party, List.of(new MemberEvent.DeliveryPointAdded(point.id(), place)))
                    .then(Mono.defer(() -> files.add(asking.tx(), point)))
                    .thenReturn(point);
        });
    }

    public Mono<DeliveryPoint> retire(Asking asking, UUID enterpriseId, UUID pointId, String reason) {
        return kept(asking, PartyKind.ENTERPRISE, enterpriseId).flatMap(party -> {
            DeliveryPoint point = party.deliveryPoint(pointId).filter(DeliveryPoint::active)
                    .orElseThrow(() -> new RefusedException(MembershipRefusal.DELIVERY_POINT_UNKNOWN));
            return shelf.append(asking, party, List.of(new MemberEvent.DeliveryPointRetired(pointId, reason)))
                    .then(Mono.defer(() -> files.retire(asking.tx(), enterpriseId, pointId)))
                    .thenReturn(new DeliveryPoint(point.id(), point.enterpriseId(), point.code(), point.name(), point.address(),
                            point.zoneCode(), point.railHeadMetres(), false));
        });
    }

    public Mono<ProductivityGrade> record(Asking asking, UUID enterpriseId, ProductivityGrade.Issued issued) {
        if (issued.isReversed()) throw new RefusedException(MembershipRefusal.DATES_REVERSED);
        return kept(asking, PartyKind.ENTERPRISE, enterpriseId).flatMap(party -> {
            ProductivityGrade grade = new ProductivityGrade(ids.next(), enterpriseId, issued, asking.at());
            return shelf.append(asking, party, List.of(new MemberEvent.ProductivityGradeRecorded(grade.id(), issued)))
                    .then(Mono.defer(() -> files.add(asking.tx(), grade)))
                    .thenReturn(grade);
        });
    }

    private Mono<PartyFile> kept(Asking asking, PartyKind kind, UUID id) {
        return shelf.kept(asking, id).map(file -> {
            if (file.party().kind() == kind) return file;
            throw new RefusedException(MembershipRefusal.PARTY_UNKNOWN);
        });
    }

    /** Records a connection; the pair is kept in the order of their ids, and both parties may read of it. */
    public Mono<Connection> connect(Asking asking, UUID one, UUID other, Connection.Link link) {
        if (one.equals(other)) throw new RefusedException(MembershipRefusal.CONNECTED_WITH_ITSELF);
        if (link.isReversed()) throw new RefusedException(MembershipRefusal.DATES_REVERSED);
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        UUID first = inOrder ? one : other;
        UUID second = inOrder ? other : one;
        return shelf.any(asking, first).zipWhen(_ -> shelf.any(asking, second)).flatMap(pair -> {
            Connection made = new Connection(ids.next(), name(pair.getT1()), name(pair.getT2()), link);
            return connections.add(asking.tx(), made)
                    .then(Mono.defer(() -> shelf.writeConnection(asking, made, Set.copyOf(List.of(first, second, asking.actor().partyId())))))
                    .thenReturn(made);
        });
    }

    private static PartyName name(PartyFile file) {
        Party party = file.party();
        return new PartyName(party.id(), party.kind(), party.code(), party.nameZh());
    }
}
