package org.jucai.platform.formulas;

import org.jucai.platform.kernel.Refusal;

/** Why a formula is not entered, or not evaluated. */
public enum FormulaRefusal implements Refusal {
    FORMULA_FAULTY(422),
    /** Neither a document nor an entered formula is named, or both are. */
    FORMULA_NOT_NAMED(422),
    EVALUATION_LACKS(422),
    CURVE_OF_NO_CLAUSE(422),
    FORMULA_GRADE_UNKNOWN(422),
    FORMULAS_TOO_MANY(409);

    private final int status;

    FormulaRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
