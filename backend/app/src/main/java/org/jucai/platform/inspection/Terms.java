package org.jucai.platform.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.catalogue.GradeCode;
import org.jucai.platform.catalogue.Limit;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.ContractTerms.StampedFormula;
import org.jucai.platform.formulas.clause.FormulaReader;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Read;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What a batch's contract says of quality, as it stands. */
@Component
class Terms {

    private final ContractBoard contracts;
    private final CatalogueBoard catalogue;
    private final JsonMapper json;

    Terms(ContractBoard contracts, CatalogueBoard catalogue, JsonMapper json) {
        this.contracts = contracts;
        this.catalogue = catalogue;
        this.json = json;
    }

    /** @param stamped whence the formula comes @param limits of the grade, which hold where nothing was guaranteed */
    record Said(int disputeDays, Optional<StampedFormula> stamped, Optional<PriceFormula> formula, Map<UUID, ContractItem> items, List<Limit> limits) {

        Said {
            items = Map.copyOf(items);
            limits = List.copyOf(limits);
        }

        Set<Measure> wanted(List<Batch.Load> loads) {
            return QualityRules.wanted(formula, loads.stream().map(Batch.Load::itemId).distinct().flatMap(id -> Optional.ofNullable(items.get(id)).stream()).toList());
        }

        QualityRules.Asked asked(Batch batch, boolean conceding) {
            List<QualityRules.Sold> sold = batch.loads().stream().collect(Collectors.groupingBy(Batch.Load::itemId)).entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .flatMap(each -> Optional.ofNullable(items.get(each.getKey())).map(item -> new QualityRules.Sold(item, Promised.of(item.goods().guarantees(), limits), each.getValue())).stream()).toList();
            return new QualityRules.Asked(formula, sold, batch.inspection().found().orElseThrow().dry(), conceding);
        }

        Optional<SqlAdjustments.By> by() {
            return stamped.map(stamp -> new SqlAdjustments.By(stamp, formula.filter(it -> it.averaging().over() == PriceFormula.Over.MONTH).isPresent()));
        }
    }

    /** In a transaction that may read the contract: of its parties, or of background work. @param grade of the goods, whose formula counts */
    Mono<Said> of(Tx tx, UUID contractId, String grade) {
        return contracts.get(tx, contractId).zipWith(catalogue.current())
                .map(known -> said(known.getT1(), grade, known.getT2().grade(new GradeCode(grade)).map(found -> found.grade().limits()).orElse(List.of())));
    }

    private Said said(Contract contract, String grade, List<Limit> limits) {
        Optional<StampedFormula> stamped = contract.text().terms().formula(grade);
        Optional<PriceFormula> formula = stamped.flatMap(it -> switch (FormulaReader.read(json.readValue(it.document(), Object.class))) {
            case Read.Right<PriceFormula>(PriceFormula right) -> Optional.of(right);
            case Read.Wrong<PriceFormula> _ -> throw new IllegalStateException("a formula that was stamped is refused: " + it.id());
        });
        return new Said(contract.text().terms().disputeDays(), stamped, formula, contract.items().stream().collect(Collectors.toMap(ContractItem::id, item -> item)), limits);
    }
}
