package org.jucai.local.world;

import java.time.Instant;
import java.util.List;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.membership.SizeClass;
import org.jucai.platform.membership.SizeDesk;
import org.jucai.platform.membership.SizeStatement;
import org.jucai.platform.membership.SupplierKind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each supplier of the demo states its size; of some the association confirmed it, of one it found otherwise. */
@Component
record SizeSteps(Desk desk, Cast cast, SizeDesk sizes) {

    private static final long MILLION_YUAN = 100_000_000;
    private static final int FOUND_OTHERWISE = 7;
    /** Workers and million yuan that industry and wholesale both call small, in this order: large, medium, small, micro. */
    private static final List<int[]> FIGURES = List.of(new int[] {1_260, 900}, new int[] {320, 68}, new int[] {86, 18}, new int[] {12, 4});

    /** A supplier by its code, and what it is. */
    record Supplier(String code, SupplierKind kind) {
        int number() {
            return Integer.parseInt(code.substring(1));
        }

        SizeStatement.Trade trade() {
            return kind == SupplierKind.KILN || kind == SupplierKind.MINE ? SizeStatement.Trade.INDUSTRY : SizeStatement.Trade.WHOLESALE;
        }

        /** A twelfth is large, a sixth medium, the others small and micro. */
        private SizeClass size() {
            if (number() % 12 == 0) return SizeClass.LARGE;
            return number() % 6 == 4 ? SizeClass.MEDIUM : number() % 3 == 2 ? SizeClass.MICRO : SizeClass.SMALL;
        }

        SizeStatement.Stated stated(int year) {
            int[] figures = FIGURES.get(size().ordinal());
            boolean few = trade() == SizeStatement.Trade.WHOLESALE;
            int workers = few ? Math.max(3, figures[0] / 6) : figures[0];
            return new SizeStatement.Stated(size(), trade(), year, workers, new Fen((figures[1] + number() % 5) * MILLION_YUAN));
        }
    }

    Mono<Void> stated(List<Supplier> suppliers, Instant at) {
        int year = at.atZone(DemoDays.BEIJING).getYear() - 1;
        return Flux.fromIterable(suppliers).concatMap(one -> desk.as(cast.person(Person.seller(one.code()).account()), at,
                        asking -> sizes.state(asking, cast.party(one.code()), one.stated(year)))
                .flatMap(made -> judged(one, made, at))).then();
    }

    private Mono<Void> judged(Supplier supplier, SizeStatement made, Instant at) {
        boolean otherwise = supplier.number() == FOUND_OTHERWISE;
        if (!otherwise && supplier.number() % 2 == 0) return Mono.empty();
        String reason = otherwise ? "样例：其控股公司为大型企业" : "样例：与年度报表和社保缴费记录一致";
        return desk.as(cast.secretariat(Cast.FIRST), at.plusSeconds(86_400),
                asking -> sizes.judge(asking, made.supplierId(), new SizeDesk.Found(made.id(), !otherwise, reason))).then();
    }
}
