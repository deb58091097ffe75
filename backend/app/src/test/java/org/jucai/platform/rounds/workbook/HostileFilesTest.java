package org.jucai.platform.rounds.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.rounds.workbook.Books.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to hurt are refused by name and without being unpacked; none keeps the reader busy for ever. */
@Timeout(120)
class HostileFilesTest {

    private static final String TYPES = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    private static final String RELS = "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    private static final String BOOK = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"s1\"/></sheets></workbook>";
    private static final String PARTS = "<Relationships><Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"worksheets/s.xml\"/>"
            + "<Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
    private static final String SHEET = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>";

    @Test
    void theSkeletonOfTheseTestsIsItselfReadable() throws IOException {
        assertThat(Books.read(zip(parts(Map.of())), Books.setting()).sheets()).hasSize(1);
    }

    @Test
    void aZipBombIsRefusedByItsIndex() throws IOException {
        assertThat(refusal(zip(parts(Map.of("xl/media/a.xml", zeros(64 << 20)))))).isEqualTo(WorkbookRefusal.WORKBOOK_INFLATES_TOO_MUCH);
        assertThat(refusal(zip(parts(Map.of("xl/worksheets/s.xml", zeros(64 << 20)))))).isEqualTo(WorkbookRefusal.WORKBOOK_INFLATES_TOO_MUCH);
    }

    /** Counted by the machine itself: what the reading thread took in all, also of what was given back at once. */
    @Test
    void refusingTakesLittleMemoryHoweverLargeWhatIsHiddenInIt() throws IOException {
        String xxe = "<!DOCTYPE x [<!ENTITY a \"" + "x".repeat(1_000) + "\"><!ENTITY b \"" + "&a;".repeat(1_000) + "\"><!ENTITY c \"" + "&b;".repeat(1_000) + "\">]>";
        Map<String, byte[]> hostile = Map.of("bomb", zip(parts(Map.of("xl/worksheets/s.xml", zeros(64 << 20)))), "lying bomb", lying(),
                "entities of a gigabyte", zip(parts(Map.of("xl/worksheets/s.xml", bytes(xxe + "<a>&c;</a>")))),
                "macros", zip(parts(Map.of("xl/vbaProject.bin", new byte[9], "xl/media/a.bin", new byte[1 << 20]))));
        hostile.values().forEach(HostileFilesTest::attempt);
        hostile.forEach((what, file) -> {
            long before = allocated();
            assertThat(attempt(file)).as(what).isNotNull();
            assertThat(allocated() - before).as(what + ": bytes taken").isLessThan(4L << 20);
        });
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void anIndexThatLiesAboutSizesIsFoundOut() throws IOException {
        assertThat(refusal(lying())).isIn(WorkbookRefusal.WORKBOOK_DAMAGED, WorkbookRefusal.WORKBOOK_INFLATES_TOO_MUCH);
    }

    private static byte[] lying() throws IOException {
        byte[] bomb = zip(parts(Map.of("xl/worksheets/s.xml", zeros(64 << 20))));
        byte[] size = {0, 0, 0, 4}; // 64 MB, little endian
        for (int i = 0; i < bomb.length - 46; i++) {
            boolean index = bomb[i] == 'P' && bomb[i + 1] == 'K' && bomb[i + 2] == 1 && bomb[i + 3] == 2;
            if (index && Arrays.equals(bomb, i + 24, i + 28, size, 0, 4)) Arrays.fill(bomb, i + 25, i + 28, (byte) 1);
        }
        return bomb;
    }

    @Test
    void documentTypesAndEntitiesAreRefusedInEveryPartAndEncoding() throws IOException {
        String xxe = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        for (String part : new String[] {"xl/worksheets/s.xml", "xl/workbook.xml", "docProps/core.xml", "[Content_Types].xml"}) {
            assertThat(refusal(zip(parts(Map.of(part, bytes(xxe + "<a>&e;</a>")))))).as(part).isEqualTo(WorkbookRefusal.WORKBOOK_HAS_DOCTYPE);
        }
        byte[] wide = ("\uFEFF" + xxe.replace("1.0\"", "1.0\" encoding=\"UTF-16\"") + "<a/>").getBytes(StandardCharsets.UTF_16LE);
        assertThat(refusal(zip(parts(Map.of("xl/worksheets/s.xml", wide))))).isEqualTo(WorkbookRefusal.WORKBOOK_HAS_DOCTYPE);
        String late = "<?xml version=\"1.0\"?><!--" + "x".repeat(9_000) + "-->" + xxe.substring(21) + "<a>&e;</a>";
        assertThat(refusal(zip(parts(Map.of("xl/worksheets/s.xml", bytes(late)))))).isEqualTo(WorkbookRefusal.WORKBOOK_HAS_DOCTYPE);
    }

    @Test
    void macrosAndExternalLinksAreRefused() throws IOException {
        assertThat(refusal(zip(parts(Map.of("xl/vbaProject.bin", new byte[9]))))).isEqualTo(WorkbookRefusal.WORKBOOK_HAS_MACROS);
        assertThat(refusal(zip(parts(Map.of("xl/macrosheets/sheet1.xml", bytes("<a/>")))))).isEqualTo(WorkbookRefusal.WORKBOOK_HAS_MACROS);
        assertThat(refusal(zip(parts(Map.of("[Content_Types].xml", bytes("<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>"))))))
                .isEqualTo(WorkbookRefusal.WORKBOOK_HAS_MACROS);
        assertThat(refusal(zip(parts(Map.of("xl/externalLinks/externalLink1.xml", bytes("<a/>")))))).isEqualTo(WorkbookRefusal.WORKBOOK_HAS_EXTERNAL_LINKS);
    }

    @Test
    void macrosInAnXlsAreRefused() throws IOException {
        try (POIFSFileSystem box = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            box.createDocument(new java.io.ByteArrayInputStream(new byte[9]), "Workbook");
            box.createDirectory("_VBA_PROJECT_CUR");
            box.writeFilesystem(out);
            assertThat(refusal(out.toByteArray())).isEqualTo(WorkbookRefusal.WORKBOOK_HAS_MACROS);
        }
    }

    @Test
    void encryptedFilesOfBothKindsAreRefused() throws Exception {
        try (POIFSFileSystem box = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inner = encryptor.getDataStream(box)) {
                inner.write(Books.bytes(new XSSFWorkbook(), new Page("a", Books.row("x"))));
            }
            box.writeFilesystem(out);
            assertThat(refusal(out.toByteArray())).isEqualTo(WorkbookRefusal.WORKBOOK_ENCRYPTED);
        }
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            assertThat(refusal(Books.bytes(new HSSFWorkbook(), new Page("a", Books.row("x"))))).isEqualTo(WorkbookRefusal.WORKBOOK_ENCRYPTED);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void whatIsNoWorkbookIsRefusedWhateverItsName() throws IOException {
        for (byte[] no : new byte[][] {new byte[0], bytes("企业,牌号\n"), bytes("<html><table/></html>"), bytes("%PDF-1.7 ....."), zip(Map.of("a.txt", bytes("x")))}) {
            assertThat(refusal(no)).isEqualTo(WorkbookRefusal.WORKBOOK_NOT_EXCEL);
        }
        assertThat(refusal(zip(parts(Map.of("_rels/.rels", bytes(RELS.replace("xl/workbook.xml", "word/document.xml"))))))).isEqualTo(WorkbookRefusal.WORKBOOK_NOT_EXCEL);
        assertThat(refusal(new byte[] {9, 8, 8, 0, 0, 5, 16, 0})).isIn(WorkbookRefusal.WORKBOOK_NOT_EXCEL, WorkbookRefusal.WORKBOOK_TOO_OLD);
    }

    @Test
    void aFileBrokenOffAnywhereIsRefusedAndNeverCrashes() throws IOException {
        byte[] xlsx = Books.bytes(new XSSFWorkbook(), new Page("a", Books.row("企业编号", "牌号", "数量(t)"), Books.row("E001", "GL-80", 5)));
        byte[] xls = Books.bytes(new HSSFWorkbook(), new Page("a", Books.row("企业编号", "牌号", "数量(t)"), Books.row("E001", "GL-80", 5)));
        for (int cut = 1; cut < 40; cut++) {
            assertThat(refusal(Arrays.copyOf(xlsx, xlsx.length * cut / 40))).isNotNull();
            RefusedException broken = attempt(Arrays.copyOf(xls, xls.length * cut / 40));
            if (broken != null) assertThat(broken.refusal()).isInstanceOf(WorkbookRefusal.class);
        }
    }

    @Test
    void tooManyColumnsRowsAndTextsAreRefused() throws IOException {
        assertThat(refusal(zip(parts(Map.of("xl/worksheets/s.xml", cells(1, 1_000_000)))))).isEqualTo(WorkbookRefusal.WORKBOOK_TOO_MANY_COLUMNS);
        assertThat(refusal(zip(parts(Map.of("xl/worksheets/s.xml", cells(50_001, 1)))))).isEqualTo(WorkbookRefusal.WORKBOOK_TOO_MANY_ROWS);
        StringBuilder texts = new StringBuilder("<sst count=\"1000000000\">");
        for (int i = 0; i < 1_600_000; i++) texts.append("<si><t>").append(Integer.toString(i * 7919, 36)).append("</t></si>");
        assertThat(refusal(zip(parts(Map.of("xl/sharedStrings.xml", bytes(texts.append("</sst>").toString())))))).isEqualTo(WorkbookRefusal.WORKBOOK_TOO_MANY_CELLS);
    }

    @Test
    void mergedCellsWithoutEndAreRefused() throws IOException {
        StringBuilder sheet = new StringBuilder(SHEET.replace("</worksheet>", "<mergeCells>"));
        for (int i = 0; i < 9_000; i++) sheet.append("<mergeCell ref=\"A1:XFD1048576\"/>");
        assertThat(refusal(zip(parts(Map.of("xl/worksheets/s.xml", bytes(sheet.append("</mergeCells></worksheet>").toString()))))))
                .isEqualTo(WorkbookRefusal.WORKBOOK_TOO_MANY_CELLS);
    }

    @Test
    void anUploadBeyondTheLimitIsCutOffWhileItArrives() {
        InputStream endless = new InputStream() {
            @Override public int read() { return 'P'; }
        };
        assertThat(catchThrowableOfType(RefusedException.class, () -> DemandWorkbook.read(endless, Books.setting(), Progress.SILENT)).refusal())
                .isEqualTo(WorkbookRefusal.WORKBOOK_TOO_LARGE);
    }

    @Test
    void numbersWithEndlessExponentsHarmNothing() throws IOException {
        String cells = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c><c r=\"B1\"><v>-1E-400</v></c></row></sheetData></worksheet>";
        assertThat(Books.read(zip(parts(Map.of("xl/worksheets/s.xml", bytes(cells)))), Books.setting()).sheets()).hasSize(1);
    }

    private static byte[] cells(int rows, int columns) {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (int r = 1; r <= rows; r++) {
            sheet.append("<row r=\"").append(r).append("\">");
            for (int c = 0; c < columns; c++) sheet.append("<c><v>").append(c * 7919L % 100_003).append("</v></c>");
            sheet.append("</row>");
        }
        return bytes(sheet.append("</sheetData></worksheet>").toString());
    }

    private static byte[] zeros(int size) {
        byte[] spaces = new byte[size];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(Map<String, byte[]> changed) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", bytes(TYPES));
        parts.put("_rels/.rels", bytes(RELS));
        parts.put("xl/workbook.xml", bytes(BOOK));
        parts.put("xl/_rels/workbook.xml.rels", bytes(PARTS));
        parts.put("xl/worksheets/s.xml", bytes(SHEET));
        parts.put("xl/sharedStrings.xml", bytes("<sst/>"));
        parts.putAll(changed);
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return out.toByteArray();
        }
    }

    private static Refusal refusal(byte[] file) {
        RefusedException refused = attempt(file);
        assertThat(refused).as("the file is refused").isNotNull();
        return refused.refusal();
    }

    private static RefusedException attempt(byte[] file) {
        try {
            Books.read(file, Books.setting());
            return null;
        } catch (RefusedException e) {
            return e;
        }
    }
}
