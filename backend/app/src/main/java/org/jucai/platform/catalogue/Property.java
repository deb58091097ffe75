package org.jucai.platform.catalogue;

/** What is measured of a material, and in which whole units. */
public enum Property {
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
    /** Loss on ignition. */
    LOI(Unit.PPM),
    BULK_DENSITY(Unit.MG_PER_CM3),
    WATER_ABSORPTION(Unit.PPM),
    REFRACTORINESS(Unit.CELSIUS),
    /** Plasticity index; without a dimension. */
    PLASTICITY(Unit.THOUSANDTHS);

    /** The unit of a property's figures. */
    public enum Unit {
        /** Parts per million by mass; 1 % = 10,000. */
        PPM,
        /** Milligrams per cubic centimetre; 1 g/cm³ = 1,000. */
        MG_PER_CM3,
        CELSIUS,
        THOUSANDTHS
    }

    private final Unit unit;

    Property(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }
}
