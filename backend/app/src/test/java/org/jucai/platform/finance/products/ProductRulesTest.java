package org.jucai.platform.finance.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductRulesTest {

    private static ProductTerms with(ProductTerms.Security security, ProductTerms.Pledge pledge) {
        ProductTerms it = ProductTerms.usual();
        return new ProductTerms(it.nameZh(), it.nameEn(), true, security, pledge, it.pricing(), it.tenor(), it.conversion(), it.fund(), it.guarantor(), it.toBeVerified());
    }

    private static ProductTerms with(ProductTerms.Pricing pricing, ProductTerms.Tenor tenor, Optional<ProductTerms.Guarantor> guarantor) {
        ProductTerms it = ProductTerms.usual();
        return new ProductTerms(it.nameZh(), it.nameEn(), true, it.security(), it.pledge(), pricing, tenor, it.conversion(), it.fund(), guarantor, it.toBeVerified());
    }

    @Test
    void whatIsUsualHoldsTogetherAndItsRecalledFiguresAreMarked() {
        assertThat(ProductRules.objection(ProductTerms.usual())).isEmpty();
        assertThat(ProductTerms.usual().toBeVerified()).contains(Figure.RATE, Figure.DEPOSIT_SHARE, Figure.FUND_MULTIPLIER).doesNotContain(Figure.PLEDGE_STEPS, Figure.TENOR);
    }

    @Test
    void whatIsLentNeverBeginsAboveTheCeiling() {
        ProductTerms.Pledge pledge = ProductTerms.usual().pledge();
        assertThat(ProductRules.objection(with(new ProductTerms.Security(2_000, ProductTerms.DepositUse.FIRST_LOSS, 6_001, ProductTerms.Against.CONTRACT), pledge)))
                .contains(ProductRefusal.ADVANCE_ABOVE_CEILING);
    }

    @Test
    void stepsRiseAndStayBelowTheWhole() {
        ProductTerms.Security security = ProductTerms.usual().security();
        for (ProductTerms.Pledge wrong : new ProductTerms.Pledge[] {new ProductTerms.Pledge(6_500, 6_500, 7_000, 8_000, 3), new ProductTerms.Pledge(6_000, 7_000, 7_000, 8_000, 3),
                new ProductTerms.Pledge(6_000, 6_500, 8_000, 8_000, 3), new ProductTerms.Pledge(6_000, 6_500, 7_000, 10_000, 3)}) {
            assertThat(ProductRules.objection(with(security, wrong))).as("%s", wrong).contains(ProductRefusal.PLEDGE_STEPS_DO_NOT_RISE);
        }
    }

    @Test
    void termsThatContradictEachOtherAreNamed() {
        ProductTerms it = ProductTerms.usual();
        ProductTerms.Pricing cheap = new ProductTerms.Pricing(60_000, 59_999, 0, DayCount.ACTUAL_360);
        assertThat(ProductRules.objection(with(cheap, it.tenor(), it.guarantor()))).contains(ProductRefusal.OVERDUE_RATE_BELOW_THE_RATE);
        assertThat(ProductRules.objection(with(it.pricing(), new ProductTerms.Tenor(121, 120), it.guarantor()))).contains(ProductRefusal.USUAL_TENOR_ABOVE_THE_LONGEST);
        assertThat(ProductRules.objection(with(it.pricing(), it.tenor(), Optional.of(new ProductTerms.Guarantor("某担保", "豫", 5_001, 0)))))
                .contains(ProductRefusal.LOSS_SHARES_ABOVE_THE_WHOLE);
        ProductTerms.Security all = new ProductTerms.Security(3_000, ProductTerms.DepositUse.TOWARDS_PRICE, 7_500, ProductTerms.Against.CONTRACT);
        assertThat(ProductRules.objection(with(all, new ProductTerms.Pledge(7_500, 8_000, 8_500, 9_000, 3)))).contains(ProductRefusal.MORE_THAN_THE_PRICE_IS_FINANCED);
    }
}
