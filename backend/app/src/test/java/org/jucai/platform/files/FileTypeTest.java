package org.jucai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileTypeTest {

    private static byte[] text(String head) {
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aFileIsWhatItsFirstBytesSay() {
        assertThat(FileType.of(text("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"))).contains(FileType.JPEG);
        assertThat(FileType.of(text("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"))).contains(FileType.PNG);
        assertThat(FileType.of(text("RIFF\1\2\3\4WEBPVP8 "))).contains(FileType.WEBP);
        assertThat(FileType.of(text("\0\0\0\u0018ftypheic\0\0\0\0"))).contains(FileType.HEIC);
        assertThat(FileType.of(text("%PDF-1.7\n"))).contains(FileType.PDF);
    }

    @Test
    void whatABrowserWouldRunAndWhatIsNothingIsOfNoKind() {
        for (String head : new String[] {"<html><script>", "<svg xmlns=", "<?xml version", "GIF89a", "MZ\u0090\0", "#!/bin/sh", "RIFF\1\2\3\4WAVE", "\0\0\0\u0018ftypmp42", "\u00ff\u00d8", "%PDF", "", " %PDF-1.7"}) {
            assertThat(FileType.of(text(head))).as(head).isEmpty();
        }
    }

    @Test
    void anArchiveIsWhatItsEntriesSayAndOneWithProgramsIsNone() {
        assertThat(FileType.ofEntries(Set.of("[Content_Types].xml", "xl/workbook.xml"))).contains(FileType.XLSX);
        assertThat(FileType.ofEntries(Set.of("[Content_Types].xml", "word/document.xml"))).contains(FileType.DOCX);
        assertThat(FileType.ofEntries(Set.of("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"))).isEmpty();
        assertThat(FileType.ofEntries(Set.of("xl/workbook.xml"))).isEmpty();
        assertThat(FileType.ofEntries(Set.of("[Content_Types].xml", "META-INF/MANIFEST.MF"))).isEmpty();
    }

    @Test
    void aNameLeadsNowhereHidesNothingAndEndsAsTheBytesSay() {
        assertThat(FileName.of("车尾.jpg", FileType.JPEG)).isEqualTo("车尾.jpg");
        assertThat(FileName.of("IMG_1.JPEG", FileType.JPEG)).isEqualTo("IMG_1.JPEG");
        assertThat(FileName.of("report.html", FileType.PDF)).isEqualTo("report.html.pdf");
        assertThat(FileName.of("../../etc/passwd", FileType.PNG)).isEqualTo("passwd.png");
        assertThat(FileName.of("C:\\photos\\a.png", FileType.PNG)).isEqualTo("a.png");
        assertThat(FileName.of("a\u202egpj.exe\r\nX: y\".png", FileType.PNG)).isEqualTo("agpj.exeX y.png");
        assertThat(FileName.of("...", FileType.PDF)).isEqualTo("file.pdf");
        assertThat(FileName.of("", FileType.WEBP)).isEqualTo("file.webp");
        assertThat(FileName.of("砖".repeat(500), FileType.PDF)).hasSize(120).endsWith("砖.pdf");
        assertThat(FileName.of("😀".repeat(300) + ".pdf", FileType.PDF).codePointCount(0, FileName.of("😀".repeat(300) + ".pdf", FileType.PDF).length())).isEqualTo(120);
    }
}
