/**
 * Finance 财源 + 银行: the books of deposits, loans and the fund, what moved by bank statements, and what is owed on any day.
 *
 * <p>{@code ledger} keeps the books, {@code interest} reckons, {@code banking} reads what banks say and writes what they are asked for.
 */
@NullMarked
@ApplicationModule(
        displayName = "Finance",
        allowedDependencies = {"kernel", "journal", "membership", "catalogue", "files", "papers", "rounds", "rounds :: sheets", "contracts", "contracts :: deliveries", "contracts :: custody", "contracts :: weighing", "contracts :: spi", "inspection", "settlement"})
package org.jucai.platform.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
