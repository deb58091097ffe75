package org.jucai.platform.rounds.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What was written is read back the same, however it was written. */
class RoundTripTest {

    private static final int CASES = 120;

    private static final List<List<String>> HEADERS = List.of(
            List.of("企业编号", "单位编号", "Member ID", "会员代码"), List.of("物料牌号", "牌号", "Grade", "品种"), List.of("替代牌号", "可替代", "Substitutes"),
            List.of("最低数量", "下限", "Min", "Minimum"), List.of("需求数量", "数量", "Quantity", "采购量"), List.of("最高数量", "上限", "Max qty", "Maximum"),
            List.of("最高限价", "限价", "Price cap", "Max price"), List.of("交货地点", "送货地址", "Delivery place"), List.of("交货起", "最早交货", "From", "开始日期"),
            List.of("交货止", "最晚交货", "To", "结束日期"), List.of("付款方式", "付款", "Payment"), List.of("备注", "Remark", "说明"));

    private static final List<String> UNITS = List.of("吨", "t", "公斤", "kg", "万吨");

    @Test
    void linesWrittenUnderAnyHeadersOrderUnitsAndSpellingsReadBackTheSame() {
        long seed = 20260301;
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed + i);
            List<DemandLine> lines = lines(random, 1 + random.nextInt(1 + i / 4));
            byte[] book = write(lines, random);

            assertThat(Books.read(book, Books.setting()).acceptedLines()).as("seed %d", seed + i).isEqualTo(lines);
            assertThat(Books.read(book, Books.setting())).as("read twice, seed %d", seed + i).isEqualTo(Books.read(book, Books.setting()));
        }
    }

    private static List<DemandLine> lines(Random random, int count) {
        List<DemandLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Enterprise member = Books.MEMBERS.get(random.nextInt(Books.MEMBERS.size()));
            DeliveryPoint point = member.points().get(random.nextInt(member.points().size()));
            LocalDate from = Books.PERIOD.from().plusDays(random.nextInt(40));
            long target = 1_000 + random.nextInt(5_000_000);
            DemandLine line = new DemandLine(member.id(), member.uscc(), member.name(), Books.CODES.get(random.nextInt(Books.CODES.size())), List.of(),
                    random.nextBoolean() ? null : 1 + (long) random.nextInt((int) target), target, random.nextBoolean() ? null : target + random.nextInt(9_999),
                    random.nextInt(4) == 0 ? null : 5L * (1 + random.nextInt(400_000)), point.name(), point.id(), from, from.plusDays(random.nextInt(20)),
                    random.nextBoolean() ? Payment.CASH : Payment.FINANCED, random.nextInt(3) == 0 ? "=1+" + i : "");
            if (lines.stream().noneMatch(other -> other.key().equals(line.key()))) lines.add(line);
        }
        return lines;
    }

    private static byte[] write(List<DemandLine> lines, Random random) {
        List<Integer> order = new ArrayList<>(java.util.stream.IntStream.range(0, HEADERS.size()).boxed().toList());
        Collections.shuffle(order, random);
        String unit = UNITS.get(random.nextInt(UNITS.size()));
        List<Object[]> rows = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) rows.add(Books.row("二〇二六年三月需求表（样例）"));
        rows.add(order.stream().map(c -> pick(HEADERS.get(c), random) + (c >= 3 && c <= 5 ? "(" + unit + ")" : "")).toArray());
        for (DemandLine line : lines) {
            Object[] cells = cells(line, unit, random);
            rows.add(order.stream().map(c -> cells[c]).toArray());
        }
        Workbook book = random.nextBoolean() ? new XSSFWorkbook() : new HSSFWorkbook();
        return Books.bytes(book, new Books.Page("需求", rows.toArray(new Object[0][])));
    }

    private static Object[] cells(DemandLine line, String unit, Random random) {
        String grade = random.nextBoolean() ? line.grade() : line.grade().toLowerCase(java.util.Locale.ROOT).replace("-", random.nextBoolean() ? " " : "—");
        return new Object[] {random.nextBoolean() ? line.enterpriseId() : line.enterpriseId().toLowerCase(java.util.Locale.ROOT) + "　", grade, null,
            mass(line.minimumKg(), unit, random), mass(line.targetKg(), unit, random), mass(line.maximumKg(), unit, random),
            line.priceCapFenPerTonne() == null ? "-" : (Object) (line.priceCapFenPerTonne() / 100.0), line.deliveryPlace(), day(line.deliveryFrom(), random),
            day(line.deliveryTo(), random), line.payment() == Payment.CASH ? pick(List.of("现款", "现金", "cash"), random) : "财源代采", line.remark()};
    }

    private static Object mass(Long kg, String unit, Random random) {
        if (kg == null) return null;
        double inUnit = switch (unit) {
            case "公斤", "kg" -> kg;
            case "万吨" -> kg / 1e7;
            default -> kg / 1e3;
        };
        return switch (random.nextInt(3)) {
            case 0 -> inUnit;
            case 1 -> new java.math.BigDecimal(Double.toString(inUnit)).toPlainString();
            default -> kg + " 公斤";
        };
    }

    private static Object day(LocalDate day, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> day;
            case 1 -> day.toString();
            case 2 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            default -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
        };
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static final SheetTexts CHINESE = new SheetTexts("需求", "填报说明",
            List.of("企业编号", "统一社会信用代码", "企业名称", "物料牌号", "可替代牌号", "最低数量(吨)", "需求数量(吨)", "最高数量(吨)", "最高限价(元/吨,含税)", "交货地点", "交货起", "交货止",
                    "付款方式(现款/代采)", "备注"), List.of("每行一个牌号。"));

    private static final SheetTexts ENGLISH = new SheetTexts("Demand", "Instructions",
            List.of("Enterprise ID", "USCC", "Company", "Grade", "Substitutes", "Minimum (t)", "Quantity (t)", "Maximum (t)", "Price cap (CNY/t)", "Delivery place", "From",
                    "To", "Payment", "Remark"), List.of("One grade a line."));

    @Test
    void theTemplateFilledInIsReadAndItsExampleIsNot() throws IOException {
        for (SheetTexts texts : List.of(CHINESE, ENGLISH)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<String> line = List.of("E001", "", "", "GL-85A", "GL-80", "", "100", "", "", "", "2026-03-05", "2026-03-25", "现款", "");
            TemplateWriter.write(texts, Books.CODES, List.of(line), List.of("E002", "", "", "GL-80", "", "", "50"), out);

            assertThat(Books.told(Books.read(out.toByteArray(), Books.setting()))).containsExactly("E001 GL-85A 100000");
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                assertThat(book.getSheetAt(0).getDataValidations()).hasSize(2);
                assertThat(book.isSheetHidden(2)).isTrue();
            }
        }
    }

    @Test
    void anExportIsReadBackAndHoldsNoFormula() throws IOException {
        List<DemandLine> lines = lines(new Random(7), 60);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsWriter.xlsx("需求", CHINESE.headers(), lines.stream().map(RowsWriter::cells).iterator(), out);

        assertThat(Books.read(out.toByteArray(), Books.setting()).acceptedLines()).isEqualTo(lines);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            book.getSheetAt(0).forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                boolean risky = cell.getCellType() == CellType.STRING && cell.getStringCellValue().startsWith("=");
                if (risky) assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }));
        }
    }

    @Test
    void textsThatLookLikeFormulasAreInertInCsv() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<RowsWriter.Out> row = java.util.stream.Stream.of("=1+1", "+86", "-1", "@x", "\t=1", "＝1", "a\"b", "x=1").map(RowsWriter.Out::text).toList();
        RowsWriter.csv(List.of("备注"), List.of(row).iterator(), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF\"备注\"\r\n\"'=1+1\",\"'+86\",\"'-1\",\"'@x\",\"'\t=1\",\"'＝1\",\"a\"\"b\",\"x=1\"\r\n");
    }
}
