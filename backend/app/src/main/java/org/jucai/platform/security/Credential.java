package org.jucai.platform.security;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What signing in needs to know of a person. */
public record Credential(UUID personId, String displayName, String account, @Nullable String phone, String passwordHash, @Nullable String totpSecret, boolean active, List<Appointment> appointments) {}
