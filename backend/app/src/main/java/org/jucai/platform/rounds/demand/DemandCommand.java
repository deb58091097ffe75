package org.jucai.platform.rounds.demand;

/** What may be asked of an existing demand line. */
public sealed interface DemandCommand {

    /** Replace what is asked for. */
    record Change(DemandTerms terms) implements DemandCommand {}

    record Withdraw() implements DemandCommand {}

    /** The member confirms a line entered for it. */
    record Confirm() implements DemandCommand {}

    /** The member rejects a line entered for it. */
    record Reject() implements DemandCommand {}
}
