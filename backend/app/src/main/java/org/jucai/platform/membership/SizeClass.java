package org.jucai.platform.membership;

/** 大型, 中型, 小型, 微型, as 《中小企业划型标准规定》 (工信部联企业〔2011〕300号) divides enterprises; the larger first. */
public enum SizeClass {
    LARGE, MEDIUM, SMALL, MICRO;

    /** 小微企业: what a rule of an award means by a small supplier. */
    public boolean isSmall() {
        return this == SMALL || this == MICRO;
    }

    boolean isSmallerThan(SizeClass other) {
        return compareTo(other) > 0;
    }
}
