package org.jucai.platform.rounds.workbook;

import java.util.Optional;
import java.util.Set;

/** Who pays first: the member in cash, or the finance group on the member's behalf. */
public enum Payment {
    CASH("现款", Set.of("现款", "现金", "现汇", "现结", "自付", "CASH", "PREPAID")),
    FINANCED("代采", Set.of("代采", "财源代采", "代采购", "代购", "垫资代采", "FINANCED", "AGENCY", "ONBEHALF", "FINANCE"));

    private final String label;
    private final Set<String> spellings;

    Payment(String label, Set<String> spellings) {
        this.label = label;
        this.spellings = spellings;
    }

    /** The word of the trade. */
    public String label() {
        return label;
    }

    static Optional<Payment> of(String text) {
        String key = Fold.key(text);
        for (Payment payment : values()) {
            if (payment.spellings.contains(key)) return Optional.of(payment);
        }
        return Optional.empty();
    }
}
