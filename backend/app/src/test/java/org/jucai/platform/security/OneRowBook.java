package org.jucai.platform.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The smallest workbook of demand: a header and one line. */
final class OneRowBook {

    private OneRowBook() {}

    static byte[] of(String enterprise) {
        List<List<String>> rows = List.of(List.of("企业编号", "牌号", "需求数量(吨)", "交货起", "交货止"),
                List.of(enterprise, "GL-85A", "96", "2027-04-05", "2027-04-25"));
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("需求");
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) row.createCell(j).setCellValue(rows.get(i).get(j));
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
