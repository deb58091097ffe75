package org.jucai.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandardFilesTest {

    private final Catalogue standard = StandardWorld.catalogue();

    @Test
    void perCentBecomesPartsPerMillionAndDensityMilligrams() {
        assertThat(limit("GL-88A", Property.AL2O3).bound()).isEqualTo(new Bound.AtLeast(875_000, false));
        assertThat(limit("GL-90", Property.CAO_MGO).bound()).isEqualTo(new Bound.AtMost(3_500, false));
        assertThat(limit("GL-85A", Property.BULK_DENSITY).bound()).isEqualTo(new Bound.AtLeast(3_100, false));
        assertThat(limit("YNS-45", Property.REFRACTORINESS).bound()).isEqualTo(new Bound.AtLeast(1_780, false));
        assertThat(limit("GL-80", Property.AL2O3).bound()).isEqualTo(new Bound.AtLeast(800_000, true));
        assertThat(limit("GL-70", Property.AL2O3).bound()).isEqualTo(new Bound.ClassifyingRange(700_000, 800_000));
        assertThat(limit("RN-1", Property.PLASTICITY).bound()).isEqualTo(new Bound.AtLeast(2_500, false));
    }

    @Test
    void whatWasRecalledIsToBeVerified() {
        assertThat(limit("GL-85A", Property.FE2O3).confidence()).isEqualTo(Confidence.RECALLED);
        assertThat(grade("GL-85A").toBeVerified()).isTrue();
        assertThat(limit("YNS-42", Property.FE2O3).confidence()).isEqualTo(Confidence.VERIFIED);
        assertThat(grade("YNS-42").toBeVerified()).isFalse();
    }

    @Test
    void aColumnThatWasReadAsAnotherIsOnlyAssumed() {
        assertThat(limit("GSN98", Property.CAO).confidence()).isEqualTo(Confidence.ASSUMED);
        assertThat(limit("GSN98", Property.SIO2).confidence()).isEqualTo(Confidence.VERIFIED);
        assertThat(limit("RB-4", Property.REFRACTORINESS).confidence()).isEqualTo(Confidence.ASSUMED);
    }

    @Test
    void everyMaterialOfTheTradeIsThere() {
        assertThat(standard.grades().stream().map(compared -> compared.grade().code().code()))
                .contains("GL-90", "GL-50", "RB-S", "RB-4", "YNS-45", "YNS-36", "RN-soft", "RN-S", "RN-3", "GSN99A", "GSN96");
    }

    @Test
    void layingTwiceLaysNothing() {
        assertThat(StandardFiles.read().missingFrom(standard)).isEmpty();
    }

    @Test
    void everyPriceIsOfAGradeThatExists() {
        List<CatalogueCommand.EnterPrice> prices = StandardFiles.read().prices();
        assertThat(prices).isNotEmpty().allMatch(asked -> standard.grade(asked.price().grade()).isPresent());
        assertThat(prices).allMatch(asked -> asked.price().quote().isOrdered());
    }

    private Grade grade(String code) {
        return standard.grade(new GradeCode(code)).orElseThrow().grade();
    }

    private Limit limit(String code, Property property) {
        return grade(code).limit(property).orElseThrow();
    }
}
