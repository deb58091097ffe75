package org.jucai.platform.membership;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An association of the installation, as the public sees it. */
public record AssociationRow(UUID id, String code, String nameZh, @Nullable String nameEn, int memberCount) {}
