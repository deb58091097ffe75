package org.jucai.platform.rounds.workbook;

/**
 * What a spelling of a grade means.
 *
 * @param certain true: apply it; false: an old class or a grade without its letter, which a person must confirm
 */
public record GradeMatch(String code, boolean certain) {}
