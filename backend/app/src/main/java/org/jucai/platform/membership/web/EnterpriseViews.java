package org.jucai.platform.membership.web;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.membership.Details;
import org.jucai.platform.membership.OwnKilnType;
import org.jucai.platform.membership.Party;
import org.jucai.platform.membership.PartyData;
import org.jucai.platform.membership.PartyDesk;
import org.jucai.platform.membership.PartyFile;
import org.jucai.platform.membership.PartyRow;
import org.jucai.platform.membership.Scale;
import org.jucai.spec.model.Enterprise;
import org.jucai.spec.model.EnterpriseDetails;
import org.jucai.spec.model.EnterpriseEdit;
import org.jucai.spec.model.EnterprisePage;
import org.jucai.spec.model.EnterpriseRow;
import org.jucai.spec.model.NewEnterprise;

/** Enterprises, between forms and values. */
final class EnterpriseViews {

    private EnterpriseViews() {}

    static PartyDesk.Applicant applicant(NewEnterprise form) {
        PartyData data = new PartyData(form.getNameZh(), form.getNameEn(), form.getUscc(), form.getUsccOverrideReason(),
                form.getAreaCode(), Scale.valueOf(form.getScale().name()), null);
        Details details = new Details.OfEnterprise(kilns(form.getKilnTypes()), form.getCapacityKgPerYear(),
                form.getProductKgPerYear(), form.getWorkers(), form.getContactName(), form.getContactPhone(),
                form.getUsccOverrideReason());
        return new PartyDesk.Applicant(form.getCode(), data, details, FileViews.papers(form.getEvidence()));
    }

    static PartyData data(EnterpriseEdit form) {
        return new PartyData(form.getNameZh(), form.getNameEn(), form.getUscc(), form.getUsccOverrideReason(), form.getAreaCode(),
                Scale.valueOf(form.getScale().name()), null);
    }

    static Details details(EnterpriseEdit form) {
        return new Details.OfEnterprise(kilns(form.getKilnTypes()), form.getCapacityKgPerYear(), form.getProductKgPerYear(),
                form.getWorkers(), form.getContactName(), form.getContactPhone(), form.getUsccOverrideReason());
    }

    private static List<OwnKilnType> kilns(@Nullable Collection<org.jucai.spec.model.OwnKilnType> forms) {
        return forms == null ? List.of() : forms.stream().map(kiln -> OwnKilnType.valueOf(kiln.name())).toList();
    }

    static Enterprise view(PartyFile file, Caller caller) {
        Party party = file.party();
        Enterprise view = new Enterprise()
                .id(party.id())
                .code(party.code())
                .nameZh(party.nameZh())
                .nameEn(party.nameEn())
                .uscc(party.uscc())
                .areaCode(party.areaCode())
                .scale(scale(party))
                .state(FileViews.state(file.state()))
                .memberships(FileViews.memberships(file))
                .warnings(FileViews.warnings(file))
                .allowedCommands(FileViews.allowed(file, caller.actor()))
                .version(party.version());
        return file.open() ? opened(view, file, caller) : view;
    }

    private static Enterprise opened(Enterprise view, PartyFile file, Caller caller) {
        return view.details(details(file.enterprise()))
                .productivityGrade(file.grade() == null ? null : FileViews.view(file.grade()))
                .standing(FileViews.standing(file.standing(caller.now())));
    }

    private static @Nullable EnterpriseDetails details(Details.@Nullable OfEnterprise details) {
        if (details == null) return null;
        return new EnterpriseDetails()
                .kilnTypes(details.kilnTypes().stream().map(kiln -> org.jucai.spec.model.OwnKilnType.fromValue(kiln.name())).toList())
                .capacityKgPerYear(details.capacityKgPerYear())
                .productKgPerYear(details.productKgPerYear())
                .workers(details.workers())
                .contactName(details.contactName())
                .contactPhone(details.contactPhone())
                .usccOverrideReason(details.usccOverrideReason());
    }

    static EnterprisePage page(Page<PartyRow> page) {
        return new EnterprisePage().items(page.items().stream().map(EnterpriseViews::row).toList()).nextCursor(page.nextCursor());
    }

    private static EnterpriseRow row(PartyRow row) {
        Party party = row.party();
        return new EnterpriseRow()
                .id(party.id())
                .code(party.code())
                .nameZh(party.nameZh())
                .nameEn(party.nameEn())
                .uscc(party.uscc())
                .areaCode(party.areaCode())
                .scale(scale(party))
                .state(FileViews.state(row.state()));
    }

    private static org.jucai.spec.model.@Nullable Scale scale(Party party) {
        return party.scale() == null ? null : org.jucai.spec.model.Scale.fromValue(party.scale().name());
    }
}
