package org.jucai.platform.membership;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What signing in needs to know of a person.
 *
 * @param passwordHash encoded Argon2id hash; empty while no password is set, which no password matches
 * @param totpSecret the second factor's secret in clear, or null where none is set up
 * @param appointments the parties the person acts for today, after {@link Appointments#actingFor}
 */
public record Credential(
        UUID personId,
        String displayName,
        String account,
        @Nullable String phone,
        String passwordHash,
        @Nullable String totpSecret,
        boolean active,
        List<Appointment> appointments) {

    public Credential {
        appointments = List.copyOf(appointments);
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "Credential[" + personId + "]";
    }
}
