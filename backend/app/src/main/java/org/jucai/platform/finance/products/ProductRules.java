package org.jucai.platform.finance.products;

import static org.jucai.platform.finance.products.ProductTerms.WHOLE_BP;

import java.util.Optional;
import org.jucai.platform.kernel.Refusal;

/** Which terms hold together. Each figure by itself is bounded before it comes here. */
final class ProductRules {

    private ProductRules() {}

    static Optional<Refusal> objection(ProductTerms terms) {
        ProductTerms.Pledge pledge = terms.pledge();
        ProductTerms.Security security = terms.security();
        boolean rises = pledge.ceilingBp() < pledge.watchBp() && pledge.watchBp() < pledge.callBp() && pledge.callBp() < pledge.disposeBp() && pledge.disposeBp() < WHOLE_BP;
        if (!rises) return Optional.of(ProductRefusal.PLEDGE_STEPS_DO_NOT_RISE);
        if (security.advanceRatioBp() > pledge.ceilingBp()) return Optional.of(ProductRefusal.ADVANCE_ABOVE_CEILING);
        boolean towards = security.depositUse() == ProductTerms.DepositUse.TOWARDS_PRICE;
        if (towards && security.advanceRatioBp() + security.depositShareBp() > WHOLE_BP) return Optional.of(ProductRefusal.MORE_THAN_THE_PRICE_IS_FINANCED);
        if (terms.tenor().usualDays() > terms.tenor().mostDays()) return Optional.of(ProductRefusal.USUAL_TENOR_ABOVE_THE_LONGEST);
        if (terms.pricing().overdueRatePpm() < terms.pricing().ratePpm()) return Optional.of(ProductRefusal.OVERDUE_RATE_BELOW_THE_RATE);
        int shared = terms.fund().shareBp() + terms.guarantor().map(ProductTerms.Guarantor::shareBp).orElse(0);
        return shared > WHOLE_BP ? Optional.of(ProductRefusal.LOSS_SHARES_ABOVE_THE_WHOLE) : Optional.empty();
    }
}
