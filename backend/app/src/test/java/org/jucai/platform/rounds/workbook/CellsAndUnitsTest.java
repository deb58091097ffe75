package org.jucai.platform.rounds.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.rounds.workbook.Books.row;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jucai.platform.rounds.workbook.Books.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How cells are stored, and where units stand. */
class CellsAndUnitsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 5);
    private static final LocalDate TO = LocalDate.of(2026, 3, 25);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"数量（吨） | 2000", "数量/kg | 2", "Quantity (kg) | 2", "需求量(万吨) | 20000000", "Quantity [t] | 2000", "数量（公斤） | 2", "吨数 | 2000", "采购量,吨 | 2000"})
    void theHeaderNamesTheUnit(String header, long kg) {
        Preview preview = Books.read(new Page("s", row("企业编号", "牌号", header, "交货起", "交货止"), row("E001", "GL-80", 2, FROM, TO)));

        assertThat(preview.acceptedLines()).singleElement().extracting(DemandLine::targetKg).isEqualTo(kg);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"限价(元/吨) | 235000", "Price cap (CNY/t) | 235000", "限价（分/吨） | 2350", "含税单价 | 235000"})
    void theHeaderNamesTheUnitOfThePrice(String header, long fen) {
        Preview preview = Books.read(new Page("s", row("企业编号", "牌号", "数量(吨)", header, "交货起", "交货止"), row("E001", "GL-80", 2, 2350, FROM, TO)));

        assertThat(preview.acceptedLines()).singleElement().extracting(DemandLine::priceCapFenPerTonne).isEqualTo(fen);
    }

    @Test
    void aHeaderThatSaysWithoutTaxMakesEveryPriceDoubtful() {
        Preview preview = Books.read(new Page("s", row("企业编号", "牌号", "数量(吨)", "限价(元/吨,不含税)", "交货起", "交货止"), row("E001", "GL-80", 2, 2350, FROM, TO)));

        assertThat(Books.data(preview).getFirst().reasons()).containsExactly(Reason.AMBIGUOUS_PRICE);
    }

    @Test
    void aLargeFigureWithoutAnyUnitIsAskedFor() {
        Preview preview = Books.read(new Page("s", row("企业编号", "牌号", "数量", "交货起", "交货止"), row("E001", "GL-80", 85000, FROM, TO), row("E001", "GL-70", 85, FROM, TO)));

        assertThat(Books.data(preview)).extracting(RowPreview::status).containsExactly(RowPreview.Status.NEEDS_CONFIRMATION, RowPreview.Status.ACCEPTED);
        assertThat(Books.data(preview).getLast().warnings()).contains(Warning.UNIT_ASSUMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"同上", "〃", "″", "\"", "ditto"})
    void marksOfRepetitionTakeTheRowAbove(String mark) {
        Preview preview = Books.read(new Page("s", row("企业编号", "牌号", "数量(吨)", "交货起", "交货止", "付款"),
                row("E001", "GL-80", 2, FROM, TO, "代采"), row(mark, "GL-70", 3, mark, mark, mark), row(mark, mark, 4, FROM, LocalDate.of(2026, 3, 26), mark)));

        assertThat(Books.told(preview)).containsExactly("E001 GL-80 2000", "E001 GL-70 3000", "E001 GL-70 4000");
        assertThat(preview.acceptedLines()).allMatch(line -> line.payment() == Payment.FINANCED && line.deliveryFrom().equals(FROM));
        assertThat(Books.data(preview).getLast().warnings()).contains(Warning.DITTO);
    }

    @Test
    void binaryNoiseBehindFifteenDigitsIsNoPartOfAKilogram() {
        Preview preview = Books.read(new Page("s", row("企业编号", "牌号", "数量(吨)", "交货起", "交货止"),
                row("E001", "GL-80", 0.1 + 0.2, FROM, TO), row("E001", "GL-70", 1.1 * 3, FROM, TO), row("E001", "GL-60", 0.0116 * 10000, FROM, TO)));

        assertThat(Books.told(preview)).containsExactly("E001 GL-80 300", "E001 GL-70 3300", "E001 GL-60 116000");
    }

    @Test
    void errorCellsAndFormulasWithoutResultAreRejectedInUsedColumnsOnly() {
        Object[][] rows = {row("企业编号", "牌号", "数量(吨)", "交货起", "交货止", "电话"), row("E001", "GL-80", 2, FROM, TO), row("E001", "GL-70", 2, FROM, TO)};
        Preview preview = Books.read(new Page("s", rows, sheet -> {
            sheet.getRow(1).createCell(5).setCellErrorValue(FormulaError.REF.getCode());
            sheet.getRow(2).createCell(2).setCellErrorValue(FormulaError.DIV0.getCode());
        }));

        assertThat(Books.data(preview)).extracting(RowPreview::status).containsExactly(RowPreview.Status.ACCEPTED, RowPreview.Status.REJECTED);
        assertThat(Books.data(preview).getLast().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo(Reason.CELL_ERROR);
            assertThat(fault.cell()).isEqualTo("C3");
        });
    }

    @Test
    void theDateSystemOf1904IsHonoured() {
        XSSFWorkbook book = new XSSFWorkbook();
        book.getCTWorkbook().getWorkbookPr().setDate1904(true);
        byte[] bytes = Books.bytes(book, new Page("s", row("企业编号", "牌号", "数量(吨)", "交货起", "交货止"), row("E001", "GL-80", 2, FROM, TO)));

        assertThat(Books.read(bytes, Books.setting()).acceptedLines()).singleElement().extracting(DemandLine::deliveryFrom).isEqualTo(FROM);
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysATextAndIsMarked() {
        Preview preview = Books.read(new Page("s", row("企业编号", "牌号", "数量(吨)", "交货起", "交货止", "备注"), row("E001", "GL-80", 2, FROM, TO, "=1+1"), row("E001", "GL-70", 2, FROM, TO, "@SUM(A1)")));

        assertThat(preview.acceptedLines()).extracting(DemandLine::remark).containsExactly("=1+1", "@SUM(A1)");
        assertThat(Books.data(preview)).allMatch(r -> r.warnings().contains(Warning.FORMULA_TEXT));
    }

    @Test
    void aHiddenColumnIsNotReadEvenIfItIsTheOnlyOneOfItsKind() {
        Object[][] rows = {row("企业编号", "牌号", "数量(吨)", "交货起", "交货止", "限价"), row("E001", "GL-80", 2, FROM, TO, 2000)};
        Preview preview = Books.read(new Page("s", rows, sheet -> ((XSSFSheet) sheet).setColumnHidden(5, true)));

        assertThat(preview.acceptedLines()).singleElement().extracting(DemandLine::priceCapFenPerTonne).isNull();
    }

    @Test
    void anExampleRowAndASheetOfInstructionsAreNotDemand() {
        Object[] header = row("企业编号", "牌号", "数量(吨)", "交货起", "交货止", "备注");
        Preview preview = Books.read(new Page("需求", header, row("E001", "GL-80", 2, FROM, TO, "示例"), row("E002", "GL-80", 2, FROM, TO, "")),
                new Page("Instructions", header, row("E003", "GL-80", 2, FROM, TO, "")));

        assertThat(Books.told(preview)).isEqualTo(List.of("E002 GL-80 2000"));
    }
}
