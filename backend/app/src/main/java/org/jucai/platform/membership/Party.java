package org.jucai.platform.membership;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.PartyKind;

/**
 * What everyone signed in may know of a party.
 *
 * @param code short code that people use, e.g. E001
 * @param uscc unified social credit code, normalised
 * @param scale of an enterprise; null for others
 * @param supplierKind of a supplier; null for others
 * @param version of the party and its file; each change raises it
 */
public record Party(
        UUID id,
        PartyKind kind,
        String code,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String uscc,
        @Nullable String areaCode,
        @Nullable Scale scale,
        @Nullable SupplierKind supplierKind,
        boolean active,
        long version) {}
