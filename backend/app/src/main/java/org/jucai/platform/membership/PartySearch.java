package org.jucai.platform.membership;

import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.PartyKind;

/**
 * What is looked for in the directory.
 *
 * @param q part of a code, name or credit code
 * @param size a {@link Scale} or {@link SupplierKind} by name
 */
public record PartySearch(
        @Nullable PartyKind kind,
        @Nullable String q,
        @Nullable String size,
        @Nullable MembershipState state,
        @Nullable String cursor,
        int limit) {}
