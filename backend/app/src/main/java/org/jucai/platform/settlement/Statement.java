package org.jucai.platform.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.contracts.ContractTerms;
import org.jucai.platform.settlement.reckoning.Amounts;

/**
 * A statement 结算单: what a contract's goods of a delivery, a month or its end come to.
 *
 * @param version counts its events; {@code number}: of what it says, from 1
 * @param terms of payment, as the contract had them when it was drawn
 * @param money what it comes to and what was done about it
 */
public record Statement(UUID id, String code, Of of, Period period, LocalDate monthOn, Optional<UUID> reverses, Terms terms, StatementStatus status, Instant statusSince,
        long version, int number, Talk talk, Money money, Instant drawnAt) {

    /** The stream of its events. */
    static final String STREAM = "statement";

    /** The contract. */
    public record Of(UUID contractId, String contractCode, ContractKind kind, UUID roundId, String roundCode, UUID groupId, UUID sellerId, UUID buyerId) {

        public boolean isSide(UUID party) {
            return party.equals(sellerId) || party.equals(buyerId);
        }
    }

    /** What it is drawn for. */
    public enum Period {
        DELIVERY, MONTH,
        /** 总结算: what only the contract's end shows. */
        END,
        /** 红字: takes back what was settled. */
        REVERSAL
    }

    /** @param silenceAt when whoever said nothing has agreed */
    public record Terms(ContractTerms.Trigger trigger, int days, int lateInterestPpmPerDay, Instant silenceAt) {}

    /**
     * What the two sides said.
     *
     * @param sellerAt when the seller agreed; {@code buyerAt}: the buyer
     * @param bySilence whether one of them agreed by saying nothing
     */
    public record Talk(Optional<Instant> sellerAt, Optional<Instant> buyerAt, boolean bySilence, Optional<Dispute> dispute, Optional<Proposal> proposal) {
        static final Talk NONE = new Talk(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** @param fen that much of it is disputed; the rest is due as ever */
    public record Dispute(UUID by, String grounds, long fen, Instant at) {}

    /** How the dispute should end. @param agreedFen what both agree to besides the lines; may be negative */
    public record Proposal(UUID by, long agreedFen, String words, Instant at) {

        boolean isLike(Proposal other) {
            return agreedFen == other.agreedFen;
        }
    }

    /**
     * What it comes to.
     *
     * @param takenBackFen of its lines, by reversals
     * @param interestPaidFen late interest, besides {@code paidFen}; {@code interestLeftFen}: what of it is left where all else is paid
     * @param invoiced whether every rate was invoiced in full
     * @param nextDueOn when what is left is due first
     */
    public record Money(int lines, long massKg, Amounts amounts, long agreedFen, Optional<String> agreedWords, long takenBackFen, long paidFen, long interestPaidFen,
            long interestLeftFen, boolean invoiced, Optional<LocalDate> nextDueOn) {

        public long totalFen() {
            return amounts.totalFen() + agreedFen;
        }

        public long owedFen() {
            return totalFen() - takenBackFen;
        }
    }

    /** Who pays it. */
    public UUID payerId() {
        return money.owedFen() < 0 ? of.sellerId() : of.buyerId();
    }

    public UUID payeeId() {
        return money.owedFen() < 0 ? of.buyerId() : of.sellerId();
    }

    /** What is neither due nor bears interest for now. */
    public long disputedFen() {
        return status == StatementStatus.DISPUTED ? talk.dispute().map(Dispute::fen).orElse(0L) : 0;
    }

    Statement after(StatementEvent event, Instant at) {
        return switch (event) {
            case StatementEvent.StatementDrawn _ -> this;
            case StatementEvent.SideAgreed agreed -> agreed(agreed.partyId(), at);
            case StatementEvent.AgreedBySilence() -> to(StatementStatus.AGREED, at, new Talk(talk.sellerAt(), talk.buyerAt(), true, Optional.empty(), Optional.empty()));
            case StatementEvent.StatementDisputed(var dispute) -> to(StatementStatus.DISPUTED, at, new Talk(talk.sellerAt(), talk.buyerAt(), false, Optional.of(dispute), Optional.empty()));
            case StatementEvent.EndProposed(var proposal) -> to(status, statusSince, new Talk(talk.sellerAt(), talk.buyerAt(), false, talk.dispute(), Optional.of(proposal)));
            case StatementEvent.DisputeEnded(long fen, String words) -> resolved(fen, words, at);
            case StatementEvent.MoneyChanged changed -> paying(changed.money());
        };
    }

    private Statement agreed(UUID party, Instant at) {
        Optional<Instant> seller = party.equals(of.sellerId()) ? Optional.of(at) : talk.sellerAt();
        Optional<Instant> buyer = party.equals(of.buyerId()) ? Optional.of(at) : talk.buyerAt();
        Talk next = new Talk(seller, buyer, false, Optional.empty(), Optional.empty());
        return seller.isPresent() && buyer.isPresent() ? to(StatementStatus.AGREED, at, next) : to(status, statusSince, next);
    }

    private Statement resolved(long fen, String words, Instant at) {
        Talk next = new Talk(Optional.of(at), Optional.of(at), false, talk.dispute(), Optional.empty());
        boolean changed = fen != money.agreedFen();
        Money then = changed ? new Money(money.lines(), money.massKg(), money.amounts(), fen, Optional.of(words), money.takenBackFen(), money.paidFen(), money.interestPaidFen(),
                money.interestLeftFen(), money.invoiced(), money.nextDueOn()) : money;
        return new Statement(id, code, of, period, monthOn, reverses, terms, StatementStatus.AGREED, at, version + 1, changed ? number + 1 : number, next, then, drawnAt);
    }

    private Statement to(StatementStatus next, Instant at, Talk said) {
        return new Statement(id, code, of, period, monthOn, reverses, terms, next, at, version + 1, number, said, money, drawnAt);
    }

    private Statement paying(Money then) {
        return new Statement(id, code, of, period, monthOn, reverses, terms, status, statusSince, version + 1, number, talk, then, drawnAt);
    }

    /** The same with figures that follow from others. */
    Statement with(Money then) {
        return new Statement(id, code, of, period, monthOn, reverses, terms, status, statusSince, version, number, talk, then, drawnAt);
    }
}
