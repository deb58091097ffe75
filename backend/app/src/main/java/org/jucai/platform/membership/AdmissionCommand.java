package org.jucai.platform.membership;

/** What an association does with a membership in it; each says why. */
public sealed interface AdmissionCommand {

    String reason();

    /** Opens a membership: for a party another association registered, or one that left. */
    record Apply(String reason) implements AdmissionCommand {}

    record Admit(String reason) implements AdmissionCommand {}

    record Suspend(String reason) implements AdmissionCommand {}

    record Reinstate(String reason) implements AdmissionCommand {}

    record Leave(String reason) implements AdmissionCommand {}
}
