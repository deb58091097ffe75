package org.jucai.platform.membership;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.membership.SizeStatement.Stated;

/** How large an enterprise is by its workers and revenue (工信部联企业〔2011〕300号, 四（二）工业, 四（四）批发业), and what may be said of it. */
final class SizeRules {

    /** 万元. */
    private static final long TEN_THOUSAND_YUAN = 1_000_000;

    private SizeRules() {}

    /** What both figures must reach for a class; who misses one of them is of the class below. */
    private record Threshold(int workers, long tenThousandYuan) {
        boolean isReachedBy(Stated stated) {
            return stated.workers() >= workers && stated.revenue().compareTo(new Fen(tenThousandYuan * TEN_THOUSAND_YUAN)) >= 0;
        }
    }

    private static Threshold least(SizeStatement.Trade trade, SizeClass size) {
        return switch (trade) {
            case INDUSTRY -> switch (size) {
                case LARGE -> new Threshold(1_000, 40_000);
                case MEDIUM -> new Threshold(300, 2_000);
                case SMALL -> new Threshold(20, 300);
                case MICRO -> new Threshold(0, 0);
            };
            case WHOLESALE -> switch (size) {
                case LARGE -> new Threshold(200, 40_000);
                case MEDIUM -> new Threshold(20, 5_000);
                case SMALL -> new Threshold(5, 1_000);
                case MICRO -> new Threshold(0, 0);
            };
        };
    }

    /** The class that the figures give. */
    static SizeClass of(Stated stated) {
        for (SizeClass size : SizeClass.values()) {
            if (least(stated.trade(), size).isReachedBy(stated)) return size;
        }
        return SizeClass.MICRO;
    }

    /** A larger class than the figures give may be stated (a large firm may stand behind it), never a smaller one. */
    static Decision<MemberEvent> state(UUID id, Stated stated, int thisYear) {
        if (stated.year() > thisYear) return refuse(MembershipRefusal.SUPPLIER_SIZE_YEAR_AHEAD, Map.of("year", stated.year()));
        SizeClass figures = of(stated);
        return stated.size().isSmallerThan(figures)
                ? refuse(MembershipRefusal.SUPPLIER_SIZE_BELOW_FIGURES, Map.of("size", figures))
                : accept(new MemberEvent.SupplierSizeStated(id, stated.size().name(), stated.trade().name(), stated.year(), stated.workers(), stated.revenue().fen()));
    }

    /** The newest word is judged, by each association once. */
    static Decision<MemberEvent> judge(SizeStatement newest, UUID asked, SizeStatement.Verdict verdict) {
        if (!newest.id().equals(asked)) return refuse(MembershipRefusal.SUPPLIER_SIZE_REPLACED);
        if (newest.allowedCommands(verdict.associationId()).isEmpty()) return refuse(MembershipRefusal.SUPPLIER_SIZE_ALREADY_JUDGED);
        return accept(verdict.confirmed()
                ? new MemberEvent.SupplierSizeConfirmed(asked, verdict.associationId(), verdict.reason())
                : new MemberEvent.SupplierSizeRefused(asked, verdict.associationId(), verdict.reason()));
    }
}
