package org.jucai.platform.finance.products;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a product. */
sealed interface ProductEvent {

    record ProductEntered(UUID bankId, ProductTerms terms, @Nullable String note) implements ProductEvent {}

    record ProductRevised(UUID bankId, ProductTerms terms, @Nullable String note) implements ProductEvent {}
}
