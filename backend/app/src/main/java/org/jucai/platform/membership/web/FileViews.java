package org.jucai.platform.membership.web;

import java.time.Instant;
import java.util.List;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.DeliveryPoint;
import org.jucai.platform.membership.Evidence;
import org.jucai.platform.membership.EvidenceKind;
import org.jucai.platform.membership.Membership;
import org.jucai.platform.membership.PartyBoard;
import org.jucai.platform.membership.PartyFile;
import org.jucai.platform.membership.ProductivityGrade;
import org.jucai.platform.membership.Standing;
import org.jucai.spec.model.AdmissionCommand;
import org.jucai.spec.model.DeliveryPointPage;
import org.jucai.spec.model.EvidencePage;
import org.jucai.spec.model.HistoryEntry;
import org.jucai.spec.model.HistoryPage;
import org.jucai.spec.model.MemberWarning;
import org.jucai.spec.model.MembershipState;
import org.jucai.spec.model.NewDeliveryPoint;
import org.jucai.spec.model.NewEvidence;
import org.jucai.spec.model.NewProductivityGrade;
import org.jucai.spec.model.ProductivityGradePage;
import org.jucai.spec.model.ProductivityLetter;
import org.jucai.spec.model.StandingFlag;

/** What enterprises and suppliers have in common, between forms and values. */
final class FileViews {

    private FileViews() {}

    static Evidence.Paper paper(NewEvidence form) {
        return new Evidence.Paper(EvidenceKind.valueOf(form.getKind().name()), form.getNumber(), form.getIssuer(),
                form.getIssuedOn(), form.getExpiresOn(), form.getDocumentRef());
    }

    static List<Evidence.Paper> papers(List<NewEvidence> forms) {
        return forms.stream().map(FileViews::paper).toList();
    }

    static org.jucai.spec.model.Evidence view(Evidence paper, Instant now) {
        return new org.jucai.spec.model.Evidence()
                .id(paper.id())
                .kind(org.jucai.spec.model.EvidenceKind.fromValue(paper.kind().name()))
                .number(paper.number())
                .issuer(paper.issuer())
                .issuedOn(paper.issuedOn())
                .expiresOn(paper.expiresOn())
                .documentRef(paper.documentRef())
                .current(paper.isCurrentAt(now))
                .recordedAt(paper.recordedAt());
    }

    static EvidencePage papers(Page<Evidence> page, Instant now) {
        return new EvidencePage().items(page.items().stream().map(paper -> view(paper, now)).toList()).nextCursor(page.nextCursor());
    }

    static DeliveryPoint.Place place(NewDeliveryPoint form) {
        return new DeliveryPoint.Place(form.getCode(), form.getName(), form.getAddress(), form.getZoneCode(), form.getRailHeadMetres());
    }

    static org.jucai.spec.model.DeliveryPoint view(DeliveryPoint point) {
        return new org.jucai.spec.model.DeliveryPoint()
                .id(point.id())
                .code(point.code())
                .name(point.name())
                .address(point.address())
                .zoneCode(point.zoneCode())
                .railHeadMetres(point.railHeadMetres())
                .active(point.active());
    }

    static DeliveryPointPage places(Page<DeliveryPoint> page) {
        return new DeliveryPointPage().items(page.items().stream().map(FileViews::view).toList()).nextCursor(page.nextCursor());
    }

    static ProductivityGrade.Issued issued(NewProductivityGrade form) {
        return new ProductivityGrade.Issued(ProductivityGrade.Letter.valueOf(form.getGrade().name()), form.getYear(),
                form.getIssuer(), form.getDocumentRef(), form.getValidFromOn(), form.getValidToOn());
    }

    static org.jucai.spec.model.ProductivityGrade view(ProductivityGrade grade) {
        ProductivityGrade.Issued issued = grade.issued();
        return new org.jucai.spec.model.ProductivityGrade()
                .id(grade.id())
                .grade(ProductivityLetter.fromValue(issued.grade().name()))
                .year(issued.year())
                .issuer(issued.issuer())
                .documentRef(issued.documentRef())
                .validFromOn(issued.validFromOn())
                .validToOn(issued.validToOn())
                .recordedAt(grade.recordedAt());
    }

    static ProductivityGradePage grades(Page<ProductivityGrade> page) {
        return new ProductivityGradePage().items(page.items().stream().map(FileViews::view).toList()).nextCursor(page.nextCursor());
    }

    static HistoryPage history(Page<PartyBoard.Step> page) {
        return new HistoryPage().items(page.items().stream().map(FileViews::step).toList()).nextCursor(page.nextCursor());
    }

    private static HistoryEntry step(PartyBoard.Step step) {
        return new HistoryEntry()
                .at(step.event().at())
                .type(step.event().type())
                .personId(step.event().personId())
                .personName(step.personName())
                .partyId(step.event().partyId())
                .partyName(step.partyName())
                .facts(step.facts());
    }

    static MembershipState state(org.jucai.platform.membership.MembershipState state) {
        return MembershipState.fromValue(state.name());
    }

    static List<org.jucai.spec.model.Membership> memberships(PartyFile file) {
        return file.memberships().stream().map(FileViews::membership).toList();
    }

    private static org.jucai.spec.model.Membership membership(Membership membership) {
        return new org.jucai.spec.model.Membership()
                .associationId(membership.associationId())
                .associationNameZh(membership.associationNameZh())
                .state(state(membership.state()))
                .appliedOn(membership.appliedOn())
                .joinedOn(membership.joinedOn())
                .leftOn(membership.leftOn());
    }

    static org.jucai.spec.model.Standing standing(Standing standing) {
        return new org.jucai.spec.model.Standing()
                .mayPlaceDemand(standing.mayPlaceDemand())
                .flags(standing.flags().stream().sorted().map(flag -> StandingFlag.fromValue(flag.name())).toList())
                .evidenceExpiresOn(standing.evidenceExpiresOn());
    }

    static List<MemberWarning> warnings(PartyFile file) {
        return file.warnings().stream().map(warning -> MemberWarning.fromValue(warning.name())).toList();
    }

    /** Only an association moves memberships. */
    static List<AdmissionCommand> allowed(PartyFile file, Actor actor) {
        if (actor.partyKind() != PartyKind.ASSOCIATION) return List.of();
        return file.allowedCommands(actor.partyId()).stream().sorted().map(AdmissionCommand::fromValue).toList();
    }
}
