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
 * @param formulas by which quality turns into money, one for a grade, as they were stamped; a grade without one is taken or refused at its price
 * @param disputeDays within how many days after a result it is disputed
 * @param approvalReference of the finance group's own decision (三重一大) in principal mode
 * @param supplementary clauses in free text; they are scanned
 */
public record ContractTerms(Payment payment, int lateInterestPpmPerDay, Fee fee, DeliveryTerms delivery, List<StampedFormula> formulas, int disputeDays,
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

    /**
     * A version of a formula for the goods of one grade.
     *
     * @param name and base prices: read of the document when it was stamped; {@code document}: as its module keeps it
     */
    public record StampedFormula(String grade, UUID id, long version, String name, long fromFenPerTonne, long toFenPerTonne, String document) {

        boolean isFor(long fenPerTonne) {
            return fenPerTonne >= fromFenPerTonne && fenPerTonne <= toFenPerTonne;
        }
    }

    public ContractTerms {
        formulas = List.copyOf(formulas);
        supplementary = List.copyOf(supplementary);
    }

    /** Of the goods of a grade; empty where none was agreed. */
    public Optional<StampedFormula> formula(String grade) {
        return formulas.stream().filter(stamped -> stamped.grade().equals(grade)).findFirst();
    }

    ContractTerms with(List<StampedFormula> stamped) {
        return new ContractTerms(payment, lateInterestPpmPerDay, fee, delivery, stamped, disputeDays, approvalReference, supplementary);
    }
}
