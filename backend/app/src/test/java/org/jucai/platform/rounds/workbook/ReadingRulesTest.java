package org.jucai.platform.rounds.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reading rule by itself: one row, one cell changed. */
class ReadingRulesTest {

    private static RowPreview with(Field field, @Nullable String text) {
        Map<Field, String> texts = new EnumMap<>(Map.of(Field.ENTERPRISE_ID, "E001", Field.GRADE, "GL-85A", Field.TARGET, "100",
                Field.FROM, "2026-03-05", Field.TO, "2026-03-25", Field.PAYMENT, "现款"));
        if (text == null) texts.remove(field);
        else texts.put(field, text);
        return DemandWorkbook.again(new At("s", 7, null), texts, Books.setting());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "100 | 100000", "１００吨 | 100000", "1,250 | 1250000", "1，250 | 1250000", "1 250 t | 1250000", "35.5 | 35500", "85000公斤 | 85000", "85000 kg | 85000",
        "0.012万吨 | 120000", "0.001 | 1", "100000 | 100000000", "12.5吨 | 12500", "60 tonnes | 60000", "+5 | 5000"})
    void aQuantityIsReadToTheKilogram(String said, long kg) {
        assertThat(with(Field.TARGET, said).line()).isNotNull().extracting(DemandLine::targetKg).isEqualTo(kg);
        assertThat(with(Field.TARGET, said).status()).isEqualTo(RowPreview.Status.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "约785吨 | AMBIGUOUS_QUANTITY | NEEDS_CONFIRMATION", "30吨左右 | AMBIGUOUS_QUANTITY | NEEDS_CONFIRMATION", "30-40吨 | AMBIGUOUS_QUANTITY | NEEDS_CONFIRMATION",
        "两车 | AMBIGUOUS_QUANTITY | NEEDS_CONFIRMATION", "3车 | AMBIGUOUS_QUANTITY | NEEDS_CONFIRMATION", "1,25 | AMBIGUOUS_QUANTITY | NEEDS_CONFIRMATION",
        "1.200,5 | AMBIGUOUS_QUANTITY | NEEDS_CONFIRMATION", "30 40 | AMBIGUOUS_QUANTITY | NEEDS_CONFIRMATION", "12.3456 | QUANTITY_PRECISION | NEEDS_CONFIRMATION",
        "0 | QUANTITY_RANGE | REJECTED", "-56 | QUANTITY_RANGE | REJECTED", "100000.001 | QUANTITY_RANGE | REJECTED", "35万吨 | QUANTITY_RANGE | REJECTED",
        "- | MISSING_FIELD | REJECTED", "无 | MISSING_FIELD | REJECTED"})
    void aDoubtfulQuantityIsNotGuessed(String said, Reason reason, RowPreview.Status status) {
        assertThat(with(Field.TARGET, said).reasons()).containsExactly(reason);
        assertThat(with(Field.TARGET, said).status()).isEqualTo(status);
    }

    @Test
    void anApproximateQuantityIsSuggestedAndARangeIsNot() {
        assertThat(with(Field.TARGET, "约785吨").line()).isNotNull().extracting(DemandLine::targetKg).isEqualTo(785_000L);
        assertThat(with(Field.TARGET, "30-40吨").line()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"MINIMUM, 101", "MAXIMUM, 99"})
    void minimumTargetAndMaximumAreInOrder(Field field, String said) {
        assertThat(with(field, said).reasons()).containsExactly(Reason.QUANTITY_ORDER);
        assertThat(with(field, "100").line()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2350 | 235000", "2,355元/吨 | 235500", "￥2,165 | 216500", "¥1685.5元 | 168550", "0.178万元/吨 | 178000", "８０５ | 80500", "1900 元 | 190000",
        "2.35元/公斤 | 235000", "2350 CNY/t | 235000", "20000 | 2000000", "2350元/吨(含税) | 235000", "233000分/吨 | 233000"})
    void aCapIsReadToTheFen(String said, long fen) {
        assertThat(with(Field.PRICE_CAP, said).line()).isNotNull().extracting(DemandLine::priceCapFenPerTonne).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"- | ", "— | ", "无 | ", "/ | ", "面议 | PRICE_TEXT", "negotiable | PRICE_TEXT"})
    void noCapIsSaidInManyWays(String said, @Nullable Warning warning) {
        RowPreview row = with(Field.PRICE_CAP, said);

        assertThat(row.status()).isEqualTo(RowPreview.Status.ACCEPTED);
        assertThat(row.line()).isNotNull().extracting(DemandLine::priceCapFenPerTonne).isNull();
        assertThat(row.warnings().contains(Warning.PRICE_TEXT)).isEqualTo(warning != null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1,580元（不含税） | AMBIGUOUS_PRICE | NEEDS_CONFIRMATION", "2350左右 | AMBIGUOUS_PRICE | NEEDS_CONFIRMATION", "$300 | AMBIGUOUS_PRICE | NEEDS_CONFIRMATION",
        "2350.555 | AMBIGUOUS_PRICE | NEEDS_CONFIRMATION", "20000.01 | PRICE_RANGE | NEEDS_CONFIRMATION", "180000 | PRICE_RANGE | NEEDS_CONFIRMATION",
        "-900 | PRICE_RANGE | REJECTED", "0 | PRICE_RANGE | REJECTED"})
    void aDoubtfulPriceIsAskedFor(String said, Reason reason, RowPreview.Status status) {
        assertThat(with(Field.PRICE_CAP, said).reasons()).containsExactly(reason);
        assertThat(with(Field.PRICE_CAP, said).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "２０２６－０３－０１", "20260301", "46082", "3月1日", "2026-03-01 08:00:00", "1 March 2026", "Mar 1, 2026", "2026 年 3 月 1 日"})
    void aDayIsReadInManySpellings(String said) {
        assertThat(with(Field.FROM, said).line()).isNotNull().extracting(DemandLine::deliveryFrom).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "3月中旬 | AMBIGUOUS_DATE | NEEDS_CONFIRMATION", "尽快 | AMBIGUOUS_DATE | NEEDS_CONFIRMATION", "03/04/2026 | AMBIGUOUS_DATE | NEEDS_CONFIRMATION",
        "3/4 | AMBIGUOUS_DATE | NEEDS_CONFIRMATION", "2026-03 | AMBIGUOUS_DATE | NEEDS_CONFIRMATION", "2026-02-30 | BAD_DATE | REJECTED", "20261301 | BAD_DATE | REJECTED",
        "2026-03-26 | DATE_ORDER | REJECTED", "2026-02-28 | DATE_RANGE | NEEDS_CONFIRMATION", "2025-03-10 | DATE_RANGE | NEEDS_CONFIRMATION"})
    void aDoubtfulDayIsAskedFor(String said, Reason reason, RowPreview.Status status) {
        assertThat(with(Field.FROM, said).reasons()).containsExactly(reason);
        assertThat(with(Field.FROM, said).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-01~2026-03-20", "3.1-3.20", "3月1日-20日", "3月1日至3月20日", "2026/3/1-2026/3/20", "2026年3月1日—3月20日", "20260301-20260320", "2026-03-01 to 2026-03-20",
        "1 Mar 2026 - 20 Mar 2026"})
    void aWindowInOneTextIsRead(String said) {
        Map<Field, String> texts = Map.of(Field.ENTERPRISE_ID, "E001", Field.GRADE, "GL-85A", Field.TARGET, "100", Field.WINDOW, said);

        RowPreview row = DemandWorkbook.again(new At("s", 7, null), texts, Books.setting());

        assertThat(row.line()).isNotNull().satisfies(line -> {
            assertThat(line.deliveryFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(line.deliveryTo()).isEqualTo(LocalDate.of(2026, 3, 20));
        });
        assertThat(row.status()).isEqualTo(RowPreview.Status.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gl 85a | GL-85A | ", "ＧＬ－８５Ａ | GL-85A | ", "GL—85A | GL-85A | ", "软质黏土 | RN-soft | ", "特级料 | GL-85A | AMBIGUOUS_GRADE", "GL85 | GL-85A | AMBIGUOUS_GRADE",
        "GL-88 | GL-88A | AMBIGUOUS_GRADE", "矾土熟料GL-80 | GL-80 | AMBIGUOUS_GRADE", "GL-85A/GL-85B | GL-85A | AMBIGUOUS_GRADE"})
    void aGradeIsAppliedWhereCertainAndAskedForWhereNot(String said, String code, @Nullable Reason reason) {
        assertThat(with(Field.GRADE, said).line()).isNotNull().extracting(DemandLine::grade).isEqualTo(code);
        assertThat(with(Field.GRADE, said).reasons()).isEqualTo(reason == null ? java.util.List.of() : java.util.List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({"GL-87C, UNKNOWN_GRADE", "莫来石M60, UNKNOWN_GRADE", ", MISSING_FIELD"})
    void anUnknownOrMissingGradeIsRejected(@Nullable String said, Reason reason) {
        assertThat(with(Field.GRADE, said).reasons()).containsExactly(reason);
        assertThat(with(Field.GRADE, said).status()).isEqualTo(RowPreview.Status.REJECTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "91410183MAYL000163 | ", "91410183 mayl000163 | ", "91410183MAYL000164 | BAD_USCC", "91410183MOYL000163 | BAD_USCC", "91410183MAYL00016 | BAD_USCC",
        "91410183MAYL00024X | ENTERPRISE_MISMATCH"})
    void theCreditCodeIsCheckedAgainstTheNumber(String said, @Nullable Reason reason) {
        assertThat(with(Field.USCC, said).reasons()).isEqualTo(reason == null ? java.util.List.of() : java.util.List.of(reason));
        assertThat(with(Field.USCC, said).status()).isEqualTo(reason == null ? RowPreview.Status.ACCEPTED : RowPreview.Status.NEEDS_CONFIRMATION);
    }

    @Test
    void aPlaceMustBeOneOfTheMembers() {
        assertThat(with(Field.PLACE, "别处").reasons()).containsExactly(Reason.UNKNOWN_PLACE);
        assertThat(with(Field.PLACE, "苟堂镇样例料场001 ").line()).isNotNull().extracting(DemandLine::deliveryPointId).isEqualTo("DP001");
        assertThat(with(Field.ENTERPRISE_ID, "E004").reasons()).containsExactly(Reason.MISSING_FIELD);
    }

    @Test
    void aDayThatIsOverIsAllowedWithAWarning() {
        Setting later = new Setting(Books.setting().lookup(), Books.PERIOD, LocalDate.of(2026, 4, 1), null, Limits.STANDARD);
        RowPreview row = DemandWorkbook.again(new At("s", 7, null), with(Field.REMARK, "x").texts(), later);

        assertThat(row.status()).isEqualTo(RowPreview.Status.ACCEPTED);
        assertThat(row.warnings()).contains(Warning.PAST_DATE);
    }

    @Test
    void aCorrectedRowTakesItsPlaceAndRepetitionsAreToldAnew() {
        Object[] header = Books.row("企业编号", "牌号", "数量(万吨)", "交货起", "交货止");
        Object[] same = Books.row("E001", "GL-85A", 0.01, "2026-03-05", "2026-03-25");
        Preview preview = Books.read(new Books.Page("s", header, same, same, Books.row("E001", "GL-XX", 0.01, "2026-03-05", "2026-03-25")));
        RowPreview first = Books.data(preview).getFirst();
        Map<Field, String> texts = new EnumMap<>(first.texts());
        texts.put(Field.GRADE, "GL-80");

        Preview changed = preview.with(DemandWorkbook.again(first.at(), texts, Books.setting()), Books.setting());

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 100000");
        assertThat(Books.told(changed)).containsExactly("E001 GL-80 100000", "E001 GL-85A 100000");
        assertThat(changed.totals().rejected()).isEqualTo(1);
    }
}
