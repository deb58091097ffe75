package org.jucai.platform.membership;

import java.util.UUID;
import org.jucai.platform.kernel.PartyKind;

/** A party's code and name, for showing. */
public record PartyName(UUID id, PartyKind kind, String code, String nameZh) {}
