package org.jucai.platform.rounds.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.workbook.WorkbookRefusal;
import org.junit.jupiter.api.Test;

/** Tables as programs write them. */
class SheetFileTest {

    private static List<List<String>> cells(byte[] bytes) throws IOException {
        return SheetFile.read(bytes).stream().map(SheetFile.Row::cells).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aCsvIsReadWhateverItsSeparatorAndItsLetters() throws IOException {
        List<List<String>> expected = List.of(List.of("磅单号", "毛重"), List.of("0000417", "47.98"));
        assertThat(cells(utf8("\uFEFF磅单号,毛重\r\n0000417,47.98\r\n"))).isEqualTo(expected);
        assertThat(cells(utf8("磅单号;毛重\n0000417;47.98"))).isEqualTo(expected);
        assertThat(cells("磅单号\t毛重\n0000417\t47.98\n".getBytes(StandardCharsets.UTF_16))).isEqualTo(expected);
        assertThat(cells("磅单号,毛重\n0000417,47.98\n".getBytes(Charset.forName("GB18030")))).isEqualTo(expected);
        assertThat(cells(utf8("磅单号,毛重\n００００４１７,４７.９８\n"))).as("full width").isEqualTo(expected);
    }

    @Test
    void quotesKeepCommasAndLineBreaksAndEmptyLinesCountInTheNumbers() throws IOException {
        List<SheetFile.Row> rows = SheetFile.read(utf8("a,b\n\n\"1,5\",\"say \"\"so\"\"\nagain\"\n"));
        assertThat(rows).extracting(SheetFile.Row::number).containsExactly(1, 3);
        assertThat(rows.getLast().cells()).containsExactly("1,5", "say \"so\" again");
        assertThat(rows.getLast().cell(7)).as("beyond the row").isEmpty();
    }

    @Test
    void aWorkbookKeepsItsColumnsAndTheTimeOfDay() throws IOException {
        assertThat(cells(book())).containsExactly(List.of("磅单号", "", "过磅时间"), List.of("417", "", "2027-05-12 09:20"));
    }

    private static byte[] book() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("磅单");
            sheet.createRow(0).createCell(0).setCellValue("磅单号");
            sheet.getRow(0).createCell(2).setCellValue("过磅时间");
            CellStyle time = book.createCellStyle();
            time.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue(417);
            row.createCell(2).setCellValue(LocalDateTime.of(2027, 5, 12, 9, 20));
            row.getCell(2).setCellStyle(time);
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void whatIsNoTableAndWhatIsTooMuchIsRefused() {
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}, WorkbookRefusal.WORKBOOK_NOT_EXCEL);
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}, WorkbookRefusal.WORKBOOK_DAMAGED);
        refused(utf8("a,b\n".repeat(5_001)), WorkbookRefusal.WORKBOOK_TOO_MANY_ROWS);
        refused(utf8("a,".repeat(61) + "\n"), WorkbookRefusal.WORKBOOK_TOO_MANY_COLUMNS);
        refused(new byte[SheetFile.MOST_BYTES + 1], WorkbookRefusal.WORKBOOK_TOO_LARGE);
    }

    private static void refused(byte[] bytes, WorkbookRefusal why) {
        assertThatThrownBy(() -> SheetFile.read(bytes)).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(why));
    }
}
