package org.jucai.platform.membership.web;

import java.time.Instant;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.membership.AssociationRow;
import org.jucai.platform.membership.Connection;
import org.jucai.platform.membership.EvidenceExpiry;
import org.jucai.platform.membership.Party;
import org.jucai.platform.membership.PartyData;
import org.jucai.platform.membership.PartyRow;
import org.jucai.spec.model.Association;
import org.jucai.spec.model.AssociationPage;
import org.jucai.spec.model.ConnectedParty;
import org.jucai.spec.model.ConnectedPartyPage;
import org.jucai.spec.model.ConnectionReason;
import org.jucai.spec.model.EvidenceExpiryPage;
import org.jucai.spec.model.NewConnectedParty;
import org.jucai.spec.model.NewParty;
import org.jucai.spec.model.PartyKindName;
import org.jucai.spec.model.PartyPage;

/** Parties of every kind, between forms and values. */
final class PartyViews {

    private PartyViews() {}

    static PartyData data(NewParty form) {
        return new PartyData(form.getNameZh(), form.getNameEn(), form.getUscc(), null, form.getAreaCode(), null, null);
    }

    static org.jucai.spec.model.Party view(Party party) {
        return new org.jucai.spec.model.Party()
                .id(party.id())
                .code(party.code())
                .kind(PartyKindName.fromValue(party.kind().name()))
                .nameZh(party.nameZh())
                .nameEn(party.nameEn())
                .uscc(party.uscc())
                .areaCode(party.areaCode())
                .active(party.active());
    }

    static PartyPage page(Page<PartyRow> page) {
        return new PartyPage().items(page.items().stream().map(row -> view(row.party())).toList()).nextCursor(page.nextCursor());
    }

    static AssociationPage associations(Page<AssociationRow> page) {
        return new AssociationPage().items(page.items().stream().map(PartyViews::view).toList()).nextCursor(page.nextCursor());
    }

    private static Association view(AssociationRow row) {
        return new Association().id(row.id()).code(row.code()).nameZh(row.nameZh()).nameEn(row.nameEn()).memberCount(row.memberCount());
    }

    static EvidenceExpiryPage expiries(Page<EvidenceExpiry> page, Instant now) {
        return new EvidenceExpiryPage().items(page.items().stream().map(one -> view(one, now)).toList()).nextCursor(page.nextCursor());
    }

    private static org.jucai.spec.model.EvidenceExpiry view(EvidenceExpiry expiry, Instant now) {
        return new org.jucai.spec.model.EvidenceExpiry()
                .partyId(expiry.party().id())
                .partyCode(expiry.party().code())
                .partyNameZh(expiry.party().nameZh())
                .partyKind(PartyKindName.fromValue(expiry.party().kind().name()))
                .evidence(FileViews.view(expiry.paper(), now));
    }

    static Connection.Link link(NewConnectedParty form) {
        return new Connection.Link(
                Connection.Why.valueOf(form.getReason().name()), form.getEvidence(), form.getFromOn(), form.getToOn());
    }

    static ConnectedParty view(Connection connection) {
        Connection.Link link = connection.link();
        return new ConnectedParty()
                .id(connection.id())
                .partyAId(connection.one().id())
                .partyAName(connection.one().nameZh())
                .partyBId(connection.other().id())
                .partyBName(connection.other().nameZh())
                .reason(ConnectionReason.fromValue(link.reason().name()))
                .evidence(link.evidence())
                .fromOn(link.fromOn())
                .toOn(link.toOn());
    }

    static ConnectedPartyPage connections(Page<Connection> page) {
        return new ConnectedPartyPage().items(page.items().stream().map(PartyViews::view).toList()).nextCursor(page.nextCursor());
    }
}
