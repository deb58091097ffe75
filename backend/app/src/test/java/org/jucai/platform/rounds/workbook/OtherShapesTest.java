package org.jucai.platform.rounds.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.rounds.workbook.Books.row;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jucai.platform.rounds.workbook.Books.Page;
import org.junit.jupiter.api.Test;

/** Workbooks as other people make them. */
class OtherShapesTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 5);
    private static final LocalDate TO = LocalDate.of(2026, 3, 25);

    @Test
    void englishHeadersInAnotherOrderAreRead() {
        Preview preview = Books.read(new Page("Demand",
                row("Remark", "Payment", "Max (t)", "Quantity (t)", "Min (t)", "Grade", "Deliver from", "Deliver to", "Price cap (CNY/t)", "Company", "Member ID", "Delivery place"),
                row("call first", "cash", 120, 100, 80, "GL-85A", FROM, TO, 2350.5, "新密样例耐材001有限公司", "E001", "苟堂镇样例料场001")));

        assertThat(preview.acceptedLines()).containsExactly(new DemandLine("E001", "91410183MAYL000163", "新密样例耐材001有限公司", "GL-85A",
                List.of(), 80_000L, 100_000, 120_000L, 235_050L, "苟堂镇样例料场001", "DP001", FROM, TO, Payment.CASH, "call first"));
    }

    @Test
    void aHeaderBelowTitlesWithTheUnitInTheTitleIsFound() {
        Preview preview = Books.read(new Page("Sheet1",
                row("某某协会 2026年3月 联合采购 需求表"), row("单位：公斤"), row(), row("序号", "企业", "品种", "采购量", "送货期", "备注"),
                row(1, "E001", "GL85A", 85000, "2026-03-01~2026-03-20", null),
                row(2, "91410183MAYL00024X", "GL-80", 40000, "3.1-3.20", "散装")));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 85000", "E002 GL-80 40000");
        assertThat(preview.acceptedLines()).allMatch(l -> l.deliveryFrom().equals(LocalDate.of(2026, 3, 1)) && l.deliveryTo().equals(LocalDate.of(2026, 3, 20)));
    }

    @Test
    void aHeaderOfTwoMergedLevelsIsRead() {
        Object[][] rows = {
            row("企业信息", null, "物料", "需求量（万吨）", null, null, "交货", null),
            row("编号", "名称", null, "下限", "目标", "上限", "开始日期", "结束日期"),
            row("E003", "新密样例耐材003有限公司", "GL-70", 0.01, 0.02, 0.03, FROM, TO)};
        Preview preview = Books.read(new Page("需求", rows, sheet -> List.of("A1:B1", "C1:C2", "D1:F1", "G1:H1").forEach(a -> Books.merge(sheet, a))));

        assertThat(preview.acceptedLines()).singleElement().satisfies(line -> {
            assertThat(line.minimumKg()).isEqualTo(100_000);
            assertThat(line.targetKg()).isEqualTo(200_000);
            assertThat(line.maximumKg()).isEqualTo(300_000);
        });
    }

    @Test
    void aMatrixOfEnterprisesAndGradesIsReadCellByCell() {
        Preview preview = Books.read(new Page("汇总",
                row("2026年3月需求汇总（单位：吨） 交货期：2026-03-05~2026-03-25"),
                row("企业", "GL-85A", "GL-80", "YNS-45", "合计"),
                row("E001", 100, null, 20.5, 120.5), row("E002", 0, 40, "-", 40), row("合计", 100, 40, 20.5, 160.5)));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 100000", "E001 YNS-45 20500", "E002 GL-80 40000");
        assertThat(Books.data(preview)).extracting(r -> r.at().column() + r.at().row()).containsExactly("B3", "D3", "C4");
    }

    @Test
    void aMatrixWithoutDatesSuggestsThePeriodOfTheRound() {
        Preview preview = Books.read(new Page("汇总", row("企业名称", "GL-85A（吨）", "GL-80（吨）"), row("新密样例耐材001有限公司", 100, 50)));

        assertThat(Books.data(preview)).hasSize(2).allSatisfy(r -> {
            assertThat(r.reasons()).containsExactly(Reason.ENTERPRISE_BY_NAME, Reason.MISSING_FIELD);
            assertThat(r.line()).isNotNull();
            assertThat(r.line().deliveryTo()).isEqualTo(Books.PERIOD.to());
        });
    }

    @Test
    void aTransposedMatrixIsRead() {
        Preview preview = Books.read(new Page("交货期3月5日-3月25日",
                row("牌号\\企业", "E001", "E002", "E003"), row("GL-85A", 100, 20, null), row("软质黏土", null, 30, 5), row("小计", 100, 50, 5)));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 100000", "E002 GL-85A 20000", "E002 RN-soft 30000", "E003 RN-soft 5000");
    }

    @Test
    void anEnterpriseInTheTitleOrTheNameOfTheSheetIsUsed() {
        Preview preview = Books.read(
                new Page("一车间", row("填报单位：E001 新密样例耐材001有限公司"), row("牌号", "数量（吨）", "交货起", "交货止"), row("GL-85A", 60, FROM, TO)),
                new Page("E002", row("牌号", "数量（吨）", "交货起", "交货止"), row("GL-80", 70, FROM, TO)),
                new Page("新密样例耐材003有限公司", row("牌号", "数量（吨）", "交货起", "交货止"), row("GL-70", 80, FROM, TO)));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 60000", "E002 GL-80 70000");
        assertThat(Books.data(preview).getLast().reasons()).containsExactly(Reason.ENTERPRISE_BY_NAME);
        assertThat(Books.data(preview).getLast().line()).isNotNull();
    }

    @Test
    void aMemberNeedNotNameItselfAndMayNotNameAnother() {
        Setting own = Books.setting().ownedBy(Books.MEMBERS.getFirst());
        byte[] book = Books.bytes(new org.apache.poi.xssf.usermodel.XSSFWorkbook(), new Page("需求",
                row("企业编号", "牌号", "数量(吨)", "交货起", "交货止"), row(null, "GL-85A", 60, FROM, TO), row("E002", "GL-80", 60, FROM, TO)));

        List<RowPreview> rows = Books.data(Books.read(book, own));

        assertThat(rows.getFirst().line()).isNotNull().extracting(DemandLine::enterpriseId).isEqualTo("E001");
        assertThat(rows.getLast().reasons()).containsExactly(Reason.FOREIGN_ENTERPRISE);
    }

    @Test
    void anOldXlsIsReadLikeAnXlsx() {
        Object[][] rows = {
            row("企业编号", "内部价", "牌号", "数量（吨）", "交货起", "交货止"),
            row("E001", 999, "GL-85A", new Books.Formula("30+25", 55), FROM, TO), row(null, null, "GL-80", 12, FROM, "2026年3月9日")};
        Page page = new Page("需求", rows, sheet -> {
            Books.merge(sheet, "A2:A3");
            sheet.setColumnHidden(1, true);
        });

        Preview old = Books.readXls(page);

        assertThat(Books.told(old)).containsExactly("E001 GL-85A 55000", "E001 GL-80 12000");
        assertThat(Books.data(old).getFirst().warnings()).contains(Warning.FORMULA_VALUE);
        assertThat(old).isEqualTo(Books.read(page));
    }

    @Test
    void unknownHeadersAreUnderstoodByWhatStandsBelow() {
        Preview preview = Books.read(new Page("x", row("甲", "乙", "丙", "丁", "戊"), row("E001", "GL-85A", 60, FROM, TO), row("E002", "GL-80", 25, FROM, TO)));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 60000", "E002 GL-80 25000");
        assertThat(Books.data(preview)).allMatch(r -> r.warnings().contains(Warning.UNIT_ASSUMED));
    }

    @Test
    void aLoneFigureAndTwoThatFollowByChanceAreMassesAndSerialNumbersAreNot() {
        assertThat(Books.told(unworded(row("E001", "GL-85A", 60, FROM, TO)))).containsExactly("E001 GL-85A 60000");
        assertThat(Books.told(unworded(row("E001", "GL-85A", 60, FROM, TO), row("E002", "GL-80", 61, FROM, TO))))
                .containsExactly("E001 GL-85A 60000", "E002 GL-80 61000");
        assertThat(Books.told(unworded(row(1, "E001", "GL-85A", 60, FROM, TO)))).containsExactly("E001 GL-85A 60000");
        assertThat(Books.told(unworded(row(61, "E001", "GL-85A", 5, FROM, TO), row(62, "E002", "GL-80", 90, FROM, TO), row(63, "E003", "GL-80", 20, FROM, TO))))
                .containsExactly("E001 GL-85A 5000", "E002 GL-80 90000", "E003 GL-80 20000");
        assertThat(Books.told(unworded(row("E001", "GL-85A", 1, FROM, TO), row("E002", "GL-80", 20.5, FROM, TO), row("E003", "GL-80", 2, FROM, TO))))
                .containsExactly("E001 GL-85A 1000", "E002 GL-80 20500", "E003 GL-80 2000");
    }

    /** A table whose headers mean nothing to anybody. */
    private static Preview unworded(Object[]... rows) {
        Object[] words = List.of("甲", "乙", "丙", "丁", "戊", "己").subList(0, rows[0].length).toArray();
        return Books.read(new Page("x", Stream.concat(Stream.<Object[]>of(words), Arrays.stream(rows)).toArray(Object[][]::new)));
    }

    @Test
    void aTableWithoutHeaderIsUnderstoodByItsContent() {
        Preview preview = Books.read(new Page("x", row("E001", "GL-85A", 60, FROM, TO), row("E002", "GL-80", 25, FROM, TO)));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 60000", "E002 GL-80 25000");
    }

    @Test
    void aColumnOfUnitsRulesItsRows() {
        Preview preview = Books.read(new Page("x", row("企业编号", "品名", "需求量", "单位", "交货日期"),
                row("E001", "GL-85A", 60, "吨", "2026-03-05至2026-03-25"), row("E002", "GL-80", 25000, "公斤", "2026-03-05至2026-03-25")));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 60000", "E002 GL-80 25000");
    }

    @Test
    void severalSheetsSubtotalsAndHeadingsBetweenRowsAreRead() {
        Preview preview = Books.read(
                new Page("E-1", row("牌号", "数量/kg", "交货起", "交货止"), row("E001 新密样例耐材001有限公司"), row("GL-85A", 1000, FROM, TO), row("小计", 1000),
                        row("E002"), row("GL-80", 2000, FROM, TO), row("GL-70", 3000, FROM, TO), row("合计", 6000), row("制表：某某")),
                new Page("第二页", row("企业编号", "牌号", "数量(t)", "交货起", "交货止"), row("E003", "GL-60", 9, FROM, TO), row(null, null, 9)));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 1000", "E002 GL-80 2000", "E002 GL-70 3000", "E003 GL-60 9000");
        assertThat(preview.totals().needsConfirmation() + preview.totals().rejected()).isZero();
    }

    @Test
    void anEmptyEnterpriseBelowANamedOneIsSuggestedNotAssumed() {
        List<RowPreview> rows = Books.data(Books.read(new Page("x", row("企业编号", "牌号", "数量(t)", "交货起", "交货止"),
                row("E003", "GL-60", 9, FROM, TO), row(null, "GL-50", 9, FROM, TO))));

        assertThat(rows.getLast().status()).isEqualTo(RowPreview.Status.NEEDS_CONFIRMATION);
        assertThat(rows.getLast().line()).isNotNull().extracting(DemandLine::enterpriseId).isEqualTo("E003");
    }

    @Test
    void aDuplicateInAnotherSheetIsFound() {
        Page one = new Page("一", row("企业编号", "牌号", "数量(t)", "交货起", "交货止"), row("E003", "GL-60", 9, FROM, TO));
        Preview preview = Books.read(one, new Page("二", one.rows()));

        assertThat(Books.data(preview).getLast().reasons()).containsExactly(Reason.DUPLICATE);
        assertThat(Books.data(preview).getLast().duplicateOf()).isEqualTo(new At("一", 2, null));
    }

    @Test
    void hiddenSheetsAreNotReadAndHiddenRowsAreMarked() {
        Object[][] rows = {row("企业编号", "牌号", "数量(t)", "交货起", "交货止"), row("E003", "GL-60", 9, FROM, TO)};
        Preview preview = Books.read(new Page("看得见", rows, sheet -> sheet.getRow(1).setZeroHeight(true)),
                new Page("看不见", new Object[][] {rows[0], row("E001", "GL-50", 9, FROM, TO)}, sheet -> sheet.getWorkbook().setSheetHidden(1, true)));

        assertThat(Books.told(preview)).containsExactly("E003 GL-60 9000");
        assertThat(Books.data(preview).getFirst().warnings()).contains(Warning.HIDDEN_ROW);
        assertThat(preview.sheets().getLast().role()).isEqualTo(SheetPreview.Role.HIDDEN);
    }
}
