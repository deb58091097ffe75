package org.jucai.platform.settlement;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;

/** What becomes of a statement by what is said to it. */
final class StatementRules {

    private StatementRules() {}

    static Decision<StatementEvent> decide(Statement statement, StatementCommand command, Instant now) {
        return switch (command) {
            case StatementCommand.Agree(UUID by) -> agree(statement, by);
            case StatementCommand.Silence() -> statement.status() == StatementStatus.DRAWN && !now.isBefore(statement.terms().silenceAt())
                    ? accept(new StatementEvent.AgreedBySilence()) : not(statement);
            case StatementCommand.Challenge asked -> challenge(statement, asked, now);
            case StatementCommand.Resolve asked -> resolve(statement, asked, now);
        };
    }

    private static Decision<StatementEvent> agree(Statement statement, UUID by) {
        if (!statement.of().isSide(by)) return another();
        return mayAgree(statement, by) ? accept(new StatementEvent.SideAgreed(by, statement.talk().sellerAt().isPresent() || statement.talk().buyerAt().isPresent())) : not(statement);
    }

    static boolean mayAgree(Statement statement, UUID by) {
        boolean spoke = by.equals(statement.of().sellerId()) ? statement.talk().sellerAt().isPresent() : statement.talk().buyerAt().isPresent();
        return statement.of().isSide(by) && statement.status() == StatementStatus.DRAWN && !spoke;
    }

    /** A part is disputed; what is not disputed is paid on its day. Who agreed does not dispute, nor who was silent too long. */
    private static Decision<StatementEvent> challenge(Statement statement, StatementCommand.Challenge asked, Instant now) {
        if (!statement.of().isSide(asked.by())) return another();
        if (!mayAgree(statement, asked.by()) || !now.isBefore(statement.terms().silenceAt())) return not(statement);
        long most = Math.abs(statement.money().totalFen());
        if (asked.fen() > most) return refuse(SettlementRefusal.DISPUTED_MORE_THAN_STATED, Map.of("total", InvoiceRules.yuan(most)));
        return accept(new StatementEvent.StatementDisputed(new Statement.Dispute(asked.by(), asked.grounds(), asked.fen(), now)));
    }

    /** The second side that wants the same ends it. */
    private static Decision<StatementEvent> resolve(Statement statement, StatementCommand.Resolve asked, Instant now) {
        if (!statement.of().isSide(asked.by())) return another();
        if (statement.status() != StatementStatus.DISPUTED) return not(statement);
        Statement.Proposal proposal = new Statement.Proposal(asked.by(), asked.agreedFen(), asked.words(), now);
        Optional<Statement.Proposal> other = statement.talk().proposal().filter(said -> !said.by().equals(asked.by()));
        return accept(other.filter(proposal::isLike).isPresent() ? new StatementEvent.DisputeEnded(asked.agreedFen(), asked.words()) : new StatementEvent.EndProposed(proposal));
    }

    private static Decision<StatementEvent> not(Statement statement) {
        return refuse(SettlementRefusal.STATEMENT_STATE_DOES_NOT_ALLOW, Map.of("status", statement.status().name()));
    }

    private static Decision<StatementEvent> another() {
        return refuse(SettlementRefusal.SETTLEMENT_STEP_OF_ANOTHER_PARTY);
    }
}
