package org.jucai.platform.membership;

import org.jspecify.annotations.Nullable;

/** What is handed in about any party; the association keeps these. */
public record PartyData(
        String nameZh,
        @Nullable String nameEn,
        @Nullable String uscc,
        @Nullable String usccOverrideReason,
        @Nullable String areaCode,
        @Nullable Scale scale,
        @Nullable SupplierKind supplierKind) {

    @Nullable String normalisedUscc() {
        return uscc == null || uscc.isBlank() ? null : CreditCode.normalise(uscc);
    }

    CreditCode.@Nullable Verdict verdict() {
        String code = normalisedUscc();
        return code == null ? null : CreditCode.check(code);
    }
}
