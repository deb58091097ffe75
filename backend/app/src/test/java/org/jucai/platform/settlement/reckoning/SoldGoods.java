package org.jucai.platform.settlement.reckoning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.formulas.clause.FormulaReader;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Read;
import org.jucai.platform.kernel.Kilograms;
import tools.jackson.databind.json.JsonMapper;

/** Items of contracts and trucks of them, made up for claims. */
final class SoldGoods {

    static final LocalDate DAY = LocalDate.of(2027, 5, 12);
    static final DeliveryTerms.Moisture EXCESS = new DeliveryTerms.Moisture(DeliveryTerms.MoistureRule.EXCESS, 10_000);

    private SoldGoods() {}

    static PriceFormula formula(String name) {
        try (InputStream in = SoldGoods.class.getResourceAsStream("/formulas/" + name + ".json")) {
            return ((Read.Right<PriceFormula>) FormulaReader.read(new JsonMapper().readValue(Objects.requireNonNull(in), Object.class))).value();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ContractItem item(long kg, long fenPerTonne, ContractItem.Money money) {
        List<ContractItem.Guarantee> guarantees = List.of(new ContractItem.Guarantee("AL2O3", 855_000L, null), new ContractItem.Guarantee("FE2O3", null, 18_000L),
                new ContractItem.Guarantee("BULK_DENSITY", 3_100L, null));
        return new ContractItem(new UUID(3, 1), Optional.empty(), new UUID(3, 2), "L-1", new UUID(3, 3), "N-1", new UUID(3, 4), new UUID(3, 5), new UUID(3, 6),
                new ContractItem.Goods("GL-85A", "LUMP", "BULK", guarantees, 10_000, null), new Kilograms(kg), List.of(new ContractItem.Priced(kg, fenPerTonne)), money,
                new ContractItem.Means(ContractItem.MeansKind.CASH, 0), new ContractItem.Destination(true, "XM-A", new UUID(3, 7), "1号料场", "超化镇", DAY, DAY.plusDays(9)));
    }

    static ContractItem.Money money(Amounts of) {
        return new ContractItem.Money(1_300, of.goodsFen(), 900, 0, of.freightFen(), of.equalisationFen(), 600, of.feeFen());
    }

    /** @param whole what all of it comes to */
    static Sold sold(long kg, long fenPerTonne, Amounts whole, Optional<PriceFormula> formula) {
        return new Sold(item(kg, fenPerTonne, money(new Amounts(whole.goodsFen(), 0, whole.freightFen(), 0, 0))),
                item(kg, fenPerTonne, money(new Amounts(whole.goodsFen(), 0, whole.freightFen(), whole.equalisationFen(), whole.feeFen()))), formula, EXCESS, new Kilograms(kg));
    }

    static Goods truck(int number, long kg, LocalDate on, Optional<Map<Measure, Long>> readings) {
        return new Goods(new UUID(4, number), "D-%04d".formatted(number), new Kilograms(kg), on, readings, on.plusDays(8));
    }

    static Map<Measure, Long> bauxite(long al2o3, long moisture) {
        Map<Measure, Long> readings = new EnumMap<>(Map.of(Measure.AL2O3, al2o3, Measure.FE2O3, 17_000L, Measure.BULK_DENSITY, 3_150L, Measure.MOISTURE, moisture));
        readings.put(Measure.OFF_SIZE, 50_000L);
        return readings;
    }
}
