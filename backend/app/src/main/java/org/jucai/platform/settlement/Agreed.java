package org.jucai.platform.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.catalogue.GradeCode;
import org.jucai.platform.catalogue.Limit;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractItem.Guarantee;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.formulas.clause.FormulaReader;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Read;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.settlement.reckoning.Sold;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a supply contract and the members' contracts behind it agreed on. */
@Component
class Agreed {

    private final ContractBoard contracts;
    private final CatalogueBoard catalogue;
    private final JsonMapper json;

    Agreed(ContractBoard contracts, CatalogueBoard catalogue, JsonMapper json) {
        this.contracts = contracts;
        this.catalogue = catalogue;
        this.json = json;
    }

    /** @param coverings by the supply contract's items @param entitled by the same items @param limits of each grade, which hold where its supplier guaranteed nothing, as inspection judges */
    record Terms(Contract supply, Map<UUID, ContractBoard.Covering> coverings, Map<UUID, Kilograms> entitled, Map<String, PriceFormula> formulas, Map<String, List<Limit>> limits) {

        Terms {
            coverings = Map.copyOf(coverings);
            entitled = Map.copyOf(entitled);
            formulas = Map.copyOf(formulas);
            limits = Map.copyOf(limits);
        }

        /** Empty where no member's contract covers it: such goods are not sold on, and nobody knows for whom they are. */
        Optional<Sold> sold(UUID itemId) {
            Optional<ContractItem> item = supply.items().stream().filter(each -> each.id().equals(itemId)).findFirst();
            return item.flatMap(each -> Optional.ofNullable(coverings.get(itemId)).map(covering -> new Sold(promised(each), covering.item(),
                    Optional.ofNullable(formulas.get(each.goods().grade())), supply.text().terms().delivery().moisture(), entitled(each))));
        }

        /** What its member is to get: contracted, with what members passed on to each other. By it a shortfall is measured. */
        Kilograms entitled(ContractItem item) {
            return entitled.getOrDefault(item.id(), item.mass());
        }

        private ContractItem promised(ContractItem item) {
            List<Guarantee> all = new ArrayList<>(item.goods().guarantees());
            Set<Measure> guaranteed = all.stream().flatMap(each -> Measure.called(each.property()).stream()).collect(Collectors.toSet());
            limits.getOrDefault(item.goods().grade(), List.of()).stream().filter(limit -> !guaranteed.contains(Measure.valueOf(limit.property().name())))
                    .forEach(limit -> all.add(new Guarantee(limit.property().name(), maybe(limit.bound().floor()), maybe(limit.bound().ceiling()))));
            return item.promising(all);
        }

        private static @Nullable Long maybe(OptionalLong figure) {
            return figure.isPresent() ? figure.getAsLong() : null;
        }

        boolean byMonth(Sold sold) {
            return sold.formula().filter(formula -> formula.averaging().over() == PriceFormula.Over.MONTH).isPresent();
        }
    }

    Mono<Terms> of(Tx tx, UUID supplyId) {
        return Mono.zip(contracts.get(tx, supplyId), contracts.coverings(tx, supplyId), catalogue.current(), contracts.called(tx, supplyId)).map(known -> {
            Contract supply = known.getT1();
            Map<String, List<Limit>> limits = new HashMap<>();
            supply.items().stream().map(item -> item.goods().grade()).distinct()
                    .forEach(grade -> known.getT3().grade(new GradeCode(grade)).ifPresent(found -> limits.put(grade, found.grade().limits())));
            Map<String, PriceFormula> formulas = new HashMap<>();
            supply.text().terms().formulas().forEach(stamp -> formulas.put(stamp.grade(), formula(stamp.document())));
            Map<UUID, Kilograms> entitled = new HashMap<>();
            known.getT4().forEach((id, called) -> entitled.put(id, called.entitled()));
            return new Terms(supply, known.getT2(), entitled, formulas, limits);
        });
    }

    private PriceFormula formula(String document) {
        return switch (FormulaReader.read(json.readValue(document, Object.class))) {
            case Read.Right<PriceFormula>(PriceFormula right) -> right;
            case Read.Wrong<PriceFormula> wrong -> throw new IllegalStateException("a formula that was stamped is refused: " + wrong.faults());
        };
    }
}
