package org.jucai.platform.catalogue;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.VatRate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that come with the product, read as commands. Limits are written as in the standards' tables ({@code >=87.5},
 * {@code <2.0}, {@code 70..80}; per cent, g/cm³, °C), prices in yuan.
 */
record StandardFiles(
        List<CatalogueCommand.AddMaterial> materials,
        List<CatalogueCommand.AddGrade> grades,
        List<CatalogueCommand.AddAlias> aliases,
        List<CatalogueCommand.EnterPrice> prices) {

    private record Doubted(String source, Confidence confidence) {}

    private record MaterialEntry(
            String code, String nameZh, String nameEn, @Nullable String standard, @Nullable String note, List<TestMethod> testMethods) {

        CatalogueCommand.AddMaterial command() {
            return new CatalogueCommand.AddMaterial(new MaterialCode(code), new Described(nameZh, nameEn, standard, note), testMethods);
        }
    }

    private record GradeEntry(
            String code, String material, String nameZh, String nameEn, @Nullable String standard, @Nullable String note,
            String source, Confidence confidence, Map<Property, String> limits, @Nullable Map<Property, Doubted> exceptions) {

        CatalogueCommand.AddGrade command() {
            List<WrittenLimit> written = limits.entrySet().stream().map(limit -> limit(limit.getKey(), limit.getValue())).toList();
            return new CatalogueCommand.AddGrade(new GradeCode(code), new MaterialCode(material), new Described(nameZh, nameEn, standard, note), written);
        }

        private WrittenLimit limit(Property property, String text) {
            Doubted stated = new Doubted(source, confidence);
            Doubted held = exceptions == null ? stated : exceptions.getOrDefault(property, stated);
            Limit.Basis basis = switch (property.unit()) {
                case PPM, MG_PER_CM3 -> Limit.Basis.DRY;
                case CELSIUS, THOUSANDTHS -> Limit.Basis.NOT_APPLICABLE;
            };
            return WrittenLimit.of(new Limit(property, StandardFiles.bound(property, text), basis, held.source(), held.confidence()));
        }
    }

    private record GradesFile(List<MaterialEntry> materials, List<GradeEntry> grades) {}

    private record PriceLine(
            String grade, String place, ObservedPrice.Basis basis, boolean taxIncluded, int vatRateBp, String yuanPerTonne,
            @Nullable String low, @Nullable String high, LocalDate observedOn, boolean approximateDate, String source,
            Confidence confidence, @Nullable String remark) {

        CatalogueCommand.EnterPrice command() {
            return new CatalogueCommand.EnterPrice(new ObservedPrice(
                    new GradeCode(grade), place, basis, new ObservedPrice.Tax(taxIncluded, VatRate.of(vatRateBp).orElseThrow()),
                    new ObservedPrice.Quote(new FenPerTonne(scaled(yuanPerTonne, 2)), fen(low), fen(high)),
                    observedOn, approximateDate, source, confidence, remark));
        }

        private static @Nullable FenPerTonne fen(@Nullable String yuan) {
            return yuan == null ? null : new FenPerTonne(scaled(yuan, 2));
        }
    }

    static StandardFiles read() {
        JsonMapper json = JsonMapper.builder().build();
        GradesFile grades = json.readValue(text("standard-grades.json"), GradesFile.class);
        List<PriceLine> prices = Arrays.asList(json.readValue(text("price-index.json"), PriceLine[].class));
        return new StandardFiles(
                grades.materials().stream().map(MaterialEntry::command).toList(),
                grades.grades().stream().map(GradeEntry::command).toList(),
                text("grade-aliases.csv").lines().skip(1).map(StandardFiles::alias).toList(),
                prices.stream().map(PriceLine::command).toList());
    }

    private static CatalogueCommand.AddAlias alias(String line) {
        String[] cells = line.split(",", 4);
        boolean exact = cells[2].equals("exact");
        GradeAlias.Doubt doubt = exact ? null : GradeAlias.Doubt.valueOf(cells[3]);
        return new CatalogueCommand.AddAlias(cells[0], new CatalogueCommand.AliasMeaning(new GradeCode(cells[1]), exact, doubt));
    }

    /** What is not in the catalogue yet, in an order in which it can be added. */
    List<CatalogueCommand> missingFrom(Catalogue here) {
        Set<MaterialCode> materialsThere = here.materials().stream().map(Material::code).collect(toSet());
        Set<String> aliasesThere = here.aliases().stream().map(alias -> GradeNames.key(alias.spelling())).collect(toSet());
        return Stream.<CatalogueCommand>concat(
                        Stream.concat(
                                materials.stream().filter(asked -> !materialsThere.contains(asked.code())),
                                grades.stream().filter(asked -> here.grade(asked.code()).isEmpty())),
                        aliases.stream().filter(asked -> !aliasesThere.contains(GradeNames.key(asked.spelling()))))
                .toList();
    }

    private static Bound bound(Property property, String text) {
        int places = switch (property.unit()) {
            case PPM -> 4;
            case MG_PER_CM3, THOUSANDTHS -> 3;
            case CELSIUS -> 0;
        };
        if (text.contains("..")) {
            String[] ends = text.split("\\.\\.", 2);
            return new Bound.ClassifyingRange(scaled(ends[0], places), scaled(ends[1], places));
        }
        boolean exclusive = !text.contains("=");
        long value = scaled(text.replaceAll("[<>=]", ""), places);
        return text.startsWith(">") ? new Bound.AtLeast(value, exclusive) : new Bound.AtMost(value, exclusive);
    }

    private static long scaled(String decimal, int places) {
        return new BigDecimal(decimal).movePointRight(places).longValueExact();
    }

    private static String text(String file) {
        try (InputStream in = StandardFiles.class.getResourceAsStream("/catalogue/" + file)) {
            if (in == null) throw new IllegalStateException("the product lacks its file " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
