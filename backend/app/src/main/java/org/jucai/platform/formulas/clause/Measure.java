package org.jucai.platform.formulas.clause;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What a formula looks at, and in which whole units: each property of the catalogue under its own name, and what is measured beside. */
public enum Measure {
    AL2O3(Unit.PPM),
    FE2O3(Unit.PPM),
    TIO2(Unit.PPM),
    CAO_MGO(Unit.PPM),
    K2O_NA2O(Unit.PPM),
    SIO2(Unit.PPM),
    CAO(Unit.PPM),
    MGO(Unit.PPM),
    SIC(Unit.PPM),
    FREE_CARBON(Unit.PPM),
    LOI(Unit.PPM),
    BULK_DENSITY(Unit.MG_PER_CM3),
    WATER_ABSORPTION(Unit.PPM),
    REFRACTORINESS(Unit.CELSIUS),
    PLASTICITY(Unit.THOUSANDTHS),
    MOISTURE(Unit.PPM),
    SULPHUR(Unit.PPM),
    /** Mass of alumina over mass of silica 铝硅比. */
    ALUMINA_SILICA_RATIO(Unit.THOUSANDTHS),
    /** What lies outside the agreed size 粒度超差. */
    OFF_SIZE(Unit.PPM),
    IRON(Unit.PPM),
    COPPER(Unit.PPM),
    ARSENIC(Unit.PPM),
    LEAD_ZINC(Unit.PPM),
    FLUORINE(Unit.PPM),
    ASH(Unit.PPM),
    /** Net calorific value as received 收到基低位发热量. */
    CALORIFIC_VALUE(Unit.KJ_PER_KG);

    /** Above every reading there is: thousandths, mg/cm³, °C and kJ/kg all stay far below. */
    static final long MOST_READING = 10_000_000;

    private static final long WHOLE = 1_000_000;

    /** The unit of a measure's figures. */
    public enum Unit {
        /** Parts per million by mass; 1 % = 10,000. */
        PPM,
        /** 1 g/cm³ = 1,000. */
        MG_PER_CM3,
        CELSIUS,
        THOUSANDTHS,
        KJ_PER_KG
    }

    private final Unit unit;

    Measure(Unit unit) {
        this.unit = unit;
    }

    /** The measure that is called so, however its letters are written: Al2O3, Al₂O₃, AL2O3; empty where none is. */
    public static Optional<Measure> called(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return Arrays.stream(values()).filter(each -> each.name().equals(plain)).findFirst();
    }

    public Unit unit() {
        return unit;
    }

    /** Beyond it nothing can be measured; empty where nature sets no end. */
    public OptionalLong most() {
        return unit == Unit.PPM ? OptionalLong.of(WHOLE) : OptionalLong.empty();
    }

    /** Whether anything can be so much. */
    boolean canRead(long figure) {
        return figure >= 0 && figure <= most().orElse(MOST_READING);
    }
}
