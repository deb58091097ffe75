package org.jucai.platform.membership.web;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.membership.Details;
import org.jucai.platform.membership.Party;
import org.jucai.platform.membership.PartyData;
import org.jucai.platform.membership.PartyDesk;
import org.jucai.platform.membership.PartyFile;
import org.jucai.platform.membership.PartyRow;
import org.jucai.platform.membership.SupplierKind;
import org.jucai.platform.membership.TransportMode;
import org.jucai.spec.model.NewSupplier;
import org.jucai.spec.model.Supplier;
import org.jucai.spec.model.SupplierDetails;
import org.jucai.spec.model.SupplierEdit;
import org.jucai.spec.model.SupplierPage;
import org.jucai.spec.model.SupplierRow;

/** Suppliers, between forms and values. */
final class SupplierViews {

    private SupplierViews() {}

    static PartyDesk.Applicant applicant(NewSupplier form) {
        PartyData data = new PartyData(form.getNameZh(), form.getNameEn(), form.getUscc(), form.getUsccOverrideReason(),
                form.getAreaCode(), null, SupplierKind.valueOf(form.getSupplierKind().name()));
        Details details = new Details.OfSupplier(form.getOrigin(), materials(form.getMaterials()), form.getVatRatePct(),
                mode(form.getRailOrRoad()), form.getDistanceKm(), form.getContactName(), form.getContactPhone(),
                form.getUsccOverrideReason());
        return new PartyDesk.Applicant(form.getCode(), data, details, FileViews.papers(form.getEvidence()));
    }

    static PartyData data(SupplierEdit form) {
        return new PartyData(form.getNameZh(), form.getNameEn(), form.getUscc(), form.getUsccOverrideReason(), form.getAreaCode(),
                null, SupplierKind.valueOf(form.getSupplierKind().name()));
    }

    static Details details(SupplierEdit form) {
        return new Details.OfSupplier(form.getOrigin(), materials(form.getMaterials()), form.getVatRatePct(),
                mode(form.getRailOrRoad()), form.getDistanceKm(), form.getContactName(), form.getContactPhone(),
                form.getUsccOverrideReason());
    }

    private static List<String> materials(@Nullable Collection<String> forms) {
        return forms == null ? List.of() : List.copyOf(forms);
    }

    private static @Nullable TransportMode mode(org.jucai.spec.model.@Nullable TransportMode form) {
        return form == null ? null : TransportMode.valueOf(form.name());
    }

    static Supplier view(PartyFile file, Caller caller) {
        Party party = file.party();
        Supplier view = new Supplier()
                .id(party.id())
                .code(party.code())
                .nameZh(party.nameZh())
                .nameEn(party.nameEn())
                .uscc(party.uscc())
                .areaCode(party.areaCode())
                .supplierKind(kind(party))
                .state(FileViews.state(file.state()))
                .memberships(FileViews.memberships(file))
                .warnings(FileViews.warnings(file))
                .allowedCommands(FileViews.allowed(file, caller.actor()))
                .version(party.version());
        if (!file.open()) return view;
        return view.details(details(file.supplier())).standing(FileViews.standing(file.standing(caller.now())));
    }

    private static @Nullable SupplierDetails details(Details.@Nullable OfSupplier details) {
        if (details == null) return null;
        return new SupplierDetails()
                .origin(details.origin())
                .materials(details.materials())
                .vatRatePct(details.vatRatePct())
                .railOrRoad(details.transport() == null ? null : org.jucai.spec.model.TransportMode.fromValue(details.transport().name()))
                .distanceKm(details.distanceKm())
                .contactName(details.contactName())
                .contactPhone(details.contactPhone())
                .usccOverrideReason(details.usccOverrideReason());
    }

    static SupplierPage page(Page<PartyRow> page) {
        return new SupplierPage().items(page.items().stream().map(SupplierViews::row).toList()).nextCursor(page.nextCursor());
    }

    private static SupplierRow row(PartyRow row) {
        Party party = row.party();
        return new SupplierRow()
                .id(party.id())
                .code(party.code())
                .nameZh(party.nameZh())
                .nameEn(party.nameEn())
                .uscc(party.uscc())
                .areaCode(party.areaCode())
                .supplierKind(kind(party))
                .state(FileViews.state(row.state()));
    }

    private static org.jucai.spec.model.@Nullable SupplierKind kind(Party party) {
        return party.supplierKind() == null ? null : org.jucai.spec.model.SupplierKind.fromValue(party.supplierKind().name());
    }
}
