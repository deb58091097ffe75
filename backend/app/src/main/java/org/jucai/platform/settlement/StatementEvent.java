package org.jucai.platform.settlement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a statement; both sides and the finance group read it. */
sealed interface StatementEvent {

    /** @param silenceAt when whoever said nothing has agreed */
    record StatementDrawn(String code, UUID contractId, Statement.Period period, long massKg, long totalFen, @Nullable UUID reversesId, Instant silenceAt) implements StatementEvent {}

    /** @param both whether the other had agreed before */
    record SideAgreed(UUID partyId, boolean both) implements StatementEvent {}

    /** Whoever said nothing in the contract's days has agreed. */
    record AgreedBySilence() implements StatementEvent {}

    record StatementDisputed(Statement.Dispute dispute) implements StatementEvent {}

    record EndProposed(Statement.Proposal proposal) implements StatementEvent {}

    /** Both want the same. */
    record DisputeEnded(long agreedFen, String words) implements StatementEvent {}

    /** Something was paid, invoiced or taken back. @param what in one word; {@code reference}: of the bank, the invoice, or the reversal */
    record MoneyChanged(What what, String reference, long fen, Statement.Money money) implements StatementEvent {}

    /** What changed. */
    enum What { INVOICED, PAID, GIVEN_BACK, TAKEN_BACK }
}
