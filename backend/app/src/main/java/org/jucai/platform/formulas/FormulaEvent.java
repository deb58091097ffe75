package org.jucai.platform.formulas;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a formula; those who read the formula see it in its versions. */
sealed interface FormulaEvent {

    record FormulaEntered(UUID associationId, String nameZh, Object document, @Nullable String note) implements FormulaEvent {}

    record FormulaRevised(UUID associationId, String nameZh, Object document, @Nullable String note) implements FormulaEvent {}
}
