package org.jucai.platform.rounds.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jucai.platform.rounds.workbook.RowsWriter;

/** Workbooks that no spreadsheet program writes. */
final class BadBooks {

    static final long BOMB_BYTES = 192L << 20;

    private BadBooks() {}

    /** Sound, and wider than anybody fills in. */
    static byte[] tooWide() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsWriter.xlsx("需求", Collections.nCopies(600, "牌号"), Collections.emptyIterator(), out);
        return out.toByteArray();
    }

    /** Its container is sound; its sheet declares an entity. */
    static byte[] withDoctype() throws IOException {
        return zip("xl/worksheets/s.xml", ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
    }

    /** Weighs some kilobytes and unpacks to {@link #BOMB_BYTES}. */
    static byte[] bomb() throws IOException {
        return zip("xl/worksheets/s.xml", new byte[(int) BOMB_BYTES]);
    }

    static byte[] withMacros() throws IOException {
        return zip("xl/vbaProject.bin", new byte[9]);
    }

    /** As Excel 97 wrote it. */
    static byte[] oldXls() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("需求");
            String[][] rows = {{"企业编号", "牌号", "数量(吨)", "交货起", "交货止"}, {"E001", "GL-85A", "60", "2026-03-05", "2026-03-25"}};
            for (int r = 0; r < rows.length; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) row.createCell(c).setCellValue(rows[r][c]);
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", text("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
        parts.put("_rels/.rels", text("<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        parts.put("xl/workbook.xml", text("<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"s1\"/></sheets></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", text("<Relationships><Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"worksheets/s.xml\"/></Relationships>"));
        parts.put("xl/worksheets/s.xml", text("<worksheet><sheetData/></worksheet>"));
        parts.put(name, content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
