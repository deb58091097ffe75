package org.jucai.platform.rounds.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.rounds.workbook.Books.row;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jucai.platform.rounds.workbook.Books.Page;
import org.junit.jupiter.api.Test;

/** Shapes that come by mail: names written freely, figures as texts, units and dates of every make, and where each fault points. */
class RealShapesTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 5);
    private static final LocalDate TO = LocalDate.of(2026, 3, 25);

    @Test
    void aNameWithoutItsLegalFormOrInOtherBracketsIsSuggestedNotAssumed() {
        Preview preview = Books.read(new Page("x", row("企业名称", "牌号", "数量(t)", "交货起", "交货止"),
                row("新密样例耐材001", "GL-85A", 9, FROM, TO), row("新密 样例耐材002有限责任公司", "GL-85A", 9, FROM, TO),
                row("新密市样例耐材003有限公司", "GL-85A", 9, FROM, TO), row("（新密）样例耐材001公司", "GL-80", 9, FROM, TO)));

        assertThat(Books.data(preview)).allSatisfy(r -> {
            assertThat(r.reasons()).containsExactly(Reason.ENTERPRISE_BY_NAME);
            assertThat(r.line()).isNotNull();
        });
        assertThat(Books.data(preview)).extracting(r -> r.line().enterpriseId()).containsExactly("E001", "E002", "E003", "E001");
    }

    @Test
    void aNameThatFitsTwoMembersIsNobody() {
        Enterprise one = new Enterprise("E1", "", "新密远东耐材有限公司", List.of());
        Enterprise two = new Enterprise("E2", "", "新密市远东耐材有限责任公司", List.of());
        Register register = new Register(List.of(one, two), List.of("GL-85A"), java.util.Map.of());

        assertThat(register.enterpriseByName(Fold.key("远东耐材"))).isEmpty();
        assertThat(register.enterpriseByName(Fold.key("新密远东耐材"))).isEmpty();
        assertThat(register.enterpriseByName(Fold.key("新密远东耐材有限公司"))).contains(one);
    }

    @Test
    void figuresAsTextsWithCommasFullWidthDigitsAndUnitsAreRead() {
        Preview preview = Books.read(new Page("x", row("企业编号", "牌号", "数量(t)", "交货起", "交货止"),
                row("E001", "GL-85A", "1,250", FROM, TO), row("Ｅ００２", "ＧＬ－８５Ａ", "１２５．５", FROM, TO), row("E003", "GL-80", "1，250.5吨", FROM, TO),
                row("E001", "GL-70", "0.12万吨", FROM, TO), row("E002", "GL-70", "30000公斤", FROM, TO), row("E003", "GL-70", "30 000 kg", FROM, TO),
                row("E001", "GL-60", "60 t", FROM, TO), row("E002", "GL-60", "'45", FROM, TO)));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 1250000", "E002 GL-85A 125500", "E003 GL-80 1250500", "E001 GL-70 1200000",
                "E002 GL-70 30000", "E003 GL-70 30000", "E001 GL-60 60000", "E002 GL-60 45000");
    }

    @Test
    void datesOfEveryMakeAreRead() {
        Preview preview = Books.read(new Page("x", row("企业编号", "牌号", "数量(t)", "交货起", "交货止"),
                row("E001", "GL-85A", 1, "2026年3月5日", "2026年3月25号"), row("E002", "GL-85A", 2, "2026/3/5", "2026.3.25"),
                row("E003", "GL-85A", 3, "20260305", "2026-03-25 00:00:00"), row("E001", "GL-80", 4, "3月5日", "3月25日"),
                row("E002", "GL-80", 5, "5 Mar 2026", "25-Mar-2026"), row("E003", "GL-80", 6, "2026年03月05日", "３月２５日"), row("E001", "GL-70", 7, "26/3/5", "March 25, 2026")));

        assertThat(preview.acceptedLines()).allMatch(l -> l.deliveryFrom().equals(FROM) && l.deliveryTo().equals(TO));
        assertThat(Books.told(preview)).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void headersOfOtherHousesAreRead() {
        for (Object[] header : new Object[][] {
            row("需方单位", "原料品种", "采购数量（吨）", "最高限价（元/吨，含税）", "到货地点", "要货起始日期", "要货截止日期", "结算方式"),
            row("Buyer", "Material grade", "Required quantity [t]", "Max price (CNY/t)", "Ship to", "Earliest delivery date", "Latest delivery date", "Payment terms"),
            row("填报单位", "产品名称及牌号", "本月需求量/吨", "可接受最高价(元/吨)", "卸货地点", "交货开始", "交货结束", "付款条件"),
            row("公司全称", "物料编码", "申报吨数", "到厂含税限价", "收货地址", "最早到货日", "最迟到货日", "现款/代采")}) {
            Preview preview = Books.read(new Page("x", header, row("新密样例耐材001有限公司", "GL-85A", 60, 2400, "苟堂镇样例料场001", FROM, TO, "现款")));

            assertThat(Books.data(preview)).as(String.join(" ", List.of(header).stream().map(String::valueOf).toList())).singleElement().satisfies(r -> {
                assertThat(r.reasons()).containsExactly(Reason.ENTERPRISE_BY_NAME);
                assertThat(r.line()).isEqualTo(new DemandLine("E001", "91410183MAYL000163", "新密样例耐材001有限公司", "GL-85A", List.of(), null, 60_000, null,
                        240_000L, "苟堂镇样例料场001", "DP001", FROM, TO, Payment.CASH, ""));
            });
        }
    }

    @Test
    void blankColumnsRowsOfTotalsAndTrailingNotesDisturbNothing() {
        Preview preview = Books.read(new Page("x", row((Object) null, "新密市耐材协会需求表"), row(), row(null, "企业编号", null, "牌号", null, "数量(吨)", "交货起", "交货止"),
                row(null, "E001", null, "GL-85A", null, 60, FROM, TO), row(), row(null, "E002", null, "GL-80", null, 40, FROM, TO),
                row(null, "本页合计", null, null, null, 100), row(null, "总 计：", null, null, null, 100), row(), row(null, "注：以上数量均为干基。"), row(null, "填表人：张三", null, null, null, "2026年2月20日")));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 60000", "E002 GL-80 40000");
        assertThat(Books.data(preview)).hasSize(2);
    }

    @Test
    void aFaultPointsAtItsCellAlsoInAMatrix() {
        Preview preview = Books.read(new Page("汇总", row("2026年3月需求汇总（单位：吨） 交货期：2026-03-05~2026-03-25"),
                row(null, "企业", "GL-85A", "GL-80"), row(null, "E001", "约100", 40), row(null, "E777", 5, null)));

        List<RowPreview> lines = Books.data(preview);
        assertThat(lines.getFirst().faults()).extracting(Fault::cell).containsExactly("C3");
        assertThat(lines.getFirst().at()).isEqualTo(new At("汇总", 3, "C"));
        assertThat(lines.get(1).faults()).isEmpty();
        assertThat(lines.getLast().faults()).extracting(Fault::cell).containsExactly("B4");
        assertThat(lines.getFirst().sent()).containsExactly(new SentCell("B", "E001", Field.ENTERPRISE_NAME), new SentCell("C", "约100", Field.TARGET));
    }

    @Test
    void aRowIsKeptAsItWasSentAndAnOpenFaultStaysAtItsCellAfterACorrection() {
        Preview preview = Books.read(new Page("x", row("备用", "企业编号", "牌号", "数量(t)", "交货起", "交货止"), row("n/a", "E001", "GL-85A", "约9", FROM, "尽快")));
        RowPreview sent = Books.data(preview).getFirst();
        assertThat(sent.sent()).extracting(SentCell::column, SentCell::text).containsExactly(
                org.assertj.core.groups.Tuple.tuple("A", "n/a"), org.assertj.core.groups.Tuple.tuple("B", "E001"), org.assertj.core.groups.Tuple.tuple("C", "GL-85A"),
                org.assertj.core.groups.Tuple.tuple("D", "约9"), org.assertj.core.groups.Tuple.tuple("E", "2026-03-05"), org.assertj.core.groups.Tuple.tuple("F", "尽快"));
        assertThat(sent.faults()).extracting(Fault::cell).containsExactly("D2", "F2");

        Map<Field, String> texts = new EnumMap<>(sent.texts());
        texts.put(Field.TARGET, "9吨");
        RowPreview again = DemandWorkbook.again(sent, texts, Books.setting());

        assertThat(again.faults()).extracting(Fault::cell).containsExactly("F2");
        assertThat(again.sent()).isEqualTo(sent.sent());
    }

    @Test
    void aCorrectedLineIsStillReadByItsTitleItsTableAndTheRowAbove() {
        Preview preview = Books.read(new Page("x", row("E002 三月需求 交货期：2026-03-05~2026-03-25"), row("牌号", "数量(t)"), row("GL-85A", "待定")),
                new Page("y", row("企业编号", "牌号", "数量(t)"), row("E001", "GL-85A", 3), row(null, "GL-80", "待定")));

        DemandLine titled = corrected(Books.data(preview).getFirst(), Map.of(Field.TARGET, "9吨")).line();
        assertThat(titled).isNotNull();
        assertThat(titled.enterpriseId()).isEqualTo("E002");
        assertThat(titled.deliveryFrom()).isEqualTo(LocalDate.of(2026, 3, 5));
        RowPreview below = corrected(Books.data(preview).getLast(), Map.of(Field.TARGET, "9吨"));
        assertThat(below.reasons()).as("no name, no days: both suggested, both asked for").containsExactly(Reason.MISSING_FIELD);
        assertThat(below.line()).isNotNull().satisfies(line -> assertThat(line.enterpriseId() + line.deliveryTo()).isEqualTo("E001" + Books.PERIOD.to()));
    }

    @Test
    void aRowThatIsAllTextIsDataThoughItNamesAMemberAndAGrade() {
        Preview preview = Books.read(new Page("x", row("企业编号", "企业名称", "牌号", "需求数量(吨)", "交货起", "交货止"),
                row("E001", null, "GL-85A", 219.5, "2026-03-05", "2026-03-25"), row("E002", null, "GL-85A", "约219.5", "2026-03-05", "2026-03-25"),
                row(null, "新密样例耐材003", "GL-80", 219.5, "2026-03-05", "2026-03-25"), row("E001", null, "没有的牌号", 40, "2026-03-05", "2026-03-25"),
                row("合计", null, null, 439, null, null)));

        assertThat(preview.rows().map(RowPreview::status)).containsExactly(RowPreview.Status.NOT_DATA, RowPreview.Status.ACCEPTED,
                RowPreview.Status.NEEDS_CONFIRMATION, RowPreview.Status.NEEDS_CONFIRMATION, RowPreview.Status.REJECTED, RowPreview.Status.NOT_DATA);
    }

    private static RowPreview corrected(RowPreview sent, Map<Field, String> by) {
        assertThat(sent.line()).isNull();
        Map<Field, String> texts = new EnumMap<>(sent.texts());
        texts.putAll(by);
        return DemandWorkbook.again(sent, texts, Books.setting());
    }

    @Test
    void gradesDownAndEnterprisesAcrossByNameAskForEachName() {
        Preview preview = Books.read(new Page("交货期3月5日-3月25日", row("品种", "新密样例耐材001", "新密样例耐材002有限公司", "合计"), row("GL-85A", 100, 20, 120), row("GL-80", null, "３０", 30)));

        assertThat(Books.data(preview)).hasSize(3).allSatisfy(r -> assertThat(r.reasons()).containsExactly(Reason.ENTERPRISE_BY_NAME));
        assertThat(Books.data(preview)).extracting(r -> r.at().column() + r.at().row()).containsExactly("B2", "C2", "C3");
    }

    @Test
    void twoLevelsOfMergedHeadersAcrossGradesAreRead() {
        Object[][] rows = {row("企业编号", "高铝熟料", null, "硅石"), row(null, "GL-85A（t）", "GL-80（t）", "GSN98（t）"), row("E001", 10, 20, 30)};
        Preview preview = Books.read(new Page("交货期3月5日-3月25日", rows, sheet -> {
            Books.merge(sheet, "A1:A2");
            Books.merge(sheet, "B1:C1");
        }));

        assertThat(Books.told(preview)).containsExactly("E001 GL-85A 10000", "E001 GL-80 20000", "E001 GSN98 30000");
    }

    @Test
    void aMatrixOfMoreLinesThanRowsAreTakenIsRefused() {
        Limits small = new Limits(20L << 20, 3, 512, 1_500_000, 200L << 20, 300);
        Setting setting = new Setting(Books.setting().lookup(), Books.PERIOD, LocalDate.of(2026, 2, 20), null, small);
        byte[] book = Books.bytes(new org.apache.poi.xssf.usermodel.XSSFWorkbook(),
                new Page("3月5日至3月25日", row("企业编号", "GL-85A", "GL-80", "GL-70"), row("E001", 1, 2, 3), row("E002", 1, 2, 3)));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Books.read(book, setting))
                .isInstanceOfSatisfying(org.jucai.platform.kernel.RefusedException.class, no -> assertThat(no.refusal()).isEqualTo(WorkbookRefusal.WORKBOOK_TOO_MANY_ROWS));
    }
}
