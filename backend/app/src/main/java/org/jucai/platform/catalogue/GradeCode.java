package org.jucai.platform.catalogue;

/** Code of a grade, as its standard writes it ({@code GL-85A}) or, where there is none, our own ({@code RB-1}). */
public record GradeCode(String code) implements Comparable<GradeCode> {

    public GradeCode {
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,31}")) throw new IllegalArgumentException("not a grade code: " + code);
    }

    @Override
    public int compareTo(GradeCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
