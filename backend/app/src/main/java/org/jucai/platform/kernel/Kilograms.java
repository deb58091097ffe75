package org.jucai.platform.kernel;

/** A mass in whole kilograms. A tonne is 1,000. */
public record Kilograms(long kg) implements Comparable<Kilograms> {

    public static final Kilograms ZERO = new Kilograms(0);
    public static final long PER_TONNE = 1_000;

    public Kilograms {
        if (kg < 0) throw new IllegalArgumentException("a mass is not negative: " + kg + " kg");
    }

    public static Kilograms tonnes(long tonnes) {
        return new Kilograms(Math.multiplyExact(tonnes, PER_TONNE));
    }

    public Kilograms plus(Kilograms other) {
        return new Kilograms(Math.addExact(kg, other.kg));
    }

    public Kilograms minus(Kilograms other) {
        return new Kilograms(Math.subtractExact(kg, other.kg));
    }

    @Override
    public int compareTo(Kilograms other) {
        return Long.compare(kg, other.kg);
    }
}
