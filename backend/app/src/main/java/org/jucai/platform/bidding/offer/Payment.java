package org.jucai.platform.bidding.offer;

import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;

/**
 * How the price is paid; offers are compared at their cash equivalent.
 *
 * @param tenorDays of an acceptance bill; 0 for the others
 */
public record Payment(Kind kind, int tenorDays) {

    /** Ways to pay. */
    public enum Kind {
        /** 现汇. */
        CASH,
        /** 银行承兑汇票 of so many days. */
        ACCEPTANCE_BILL,
        /** 款到发货: paid before it leaves. */
        PREPAID
    }

    private static final int LONGEST_DAYS = 365;

    static Payment read(Members members, Reading.Findings findings) {
        Kind kind = members.constant("kind", Kind.class);
        boolean given = members.has("tenorDays");
        long days = given ? members.number("tenorDays", -Json.MOST, Json.MOST) : 0;
        members.end();
        boolean bill = kind == Kind.ACCEPTANCE_BILL;
        boolean wrong = bill != given || bill && (days < 1 || days > LONGEST_DAYS);
        findings.add(wrong, OfferFault.BILL_TERM_WRONG, members.where() + "/tenorDays");
        return new Payment(kind, wrong ? 0 : (int) days);
    }
}
