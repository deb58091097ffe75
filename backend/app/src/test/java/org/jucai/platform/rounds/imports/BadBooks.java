package org.jucai.platform.rounds.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jucai.platform.rounds.workbook.RowsWriter;

/** Workbooks that no spreadsheet program writes. */
final class BadBooks {

    private BadBooks() {}

    /** Sound, and wider than anybody fills in. */
    static byte[] tooWide() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsWriter.xlsx("需求", Collections.nCopies(600, "牌号"), Collections.emptyIterator(), out);
        return out.toByteArray();
    }

    /** Its container is sound; its sheet declares an entity. */
    static byte[] withDoctype() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put("_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"s1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"worksheets/s.xml\"/></Relationships>");
        parts.put("xl/worksheets/s.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
