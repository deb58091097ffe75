package org.jucai.platform.catalogue;

/** Code of a material, the family within which grades are compared. */
public record MaterialCode(String code) implements Comparable<MaterialCode> {

    public MaterialCode {
        if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) throw new IllegalArgumentException("not a material code: " + code);
    }

    @Override
    public int compareTo(MaterialCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
