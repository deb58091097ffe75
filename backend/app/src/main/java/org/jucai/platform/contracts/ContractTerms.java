package org.jucai.platform.contracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a version of a contract says besides its goods and prices, which are the award's.
 *
 * @param lateInterestPpmPerDay of what is overdue, in parts per million a day; it starts by itself (保障中小企业款项支付条例 art. 17: 500)
 * @param fee of the finance group; a supply contract has none
 * @param delivery how goods are counted
 * @param formula by which quality turns into money, as it was stamped
 * @param disputeDays within how many days after a result it is disputed
 * @param approvalReference of the finance group's own decision (三重一大) in principal mode
 * @param supplementary clauses in free text; they are scanned
 */
public record ContractTerms(Payment payment, int lateInterestPpmPerDay, Fee fee, DeliveryTerms delivery, Optional<StampedFormula> formula, int disputeDays,
        Optional<String> approvalReference, List<String> supplementary) {

    /** What starts the time for payment. */
    public enum Trigger {
        /** 交货. */
        DELIVERY,
        /** 验收合格. */
        ACCEPTANCE,
        /** 收到发票. */
        INVOICE,
        /** 款到发货: before the goods leave. */
        ADVANCE,
        /** 背靠背: when somebody else has paid. No contract is sent with it. */
        PAID_BY_OTHERS
    }

    /** @param days from the trigger; 0 on the day itself */
    public record Payment(Trigger trigger, int days) {}

    /** What a fee is reckoned by. */
    public enum FeeBasis {
        /** Once, of the goods' amount. */
        OF_THE_GOODS,
        /** So much for each day or month: no contract is sent with it; only a bank charges interest. */
        PER_DAY, PER_MONTH
    }

    /** @param rateBp of the goods' amount, in hundredths of a per cent, tax included */
    public record Fee(FeeBasis basis, int rateBp) {}

    /** @param document as its module writes it */
    public record StampedFormula(UUID id, int version, String document) {}

    public ContractTerms {
        supplementary = List.copyOf(supplementary);
    }
}
