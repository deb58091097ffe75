package org.jucai.platform.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** A code says what was written into it, wherever it stands. */
class QrCodeTest {

    private static final String ADDRESS = "https://jucai.example/check/7K3Q9ABX2MDN5/2?d=9f86d081884c7d659a2feaa0c55ad015";

    private static String read(BufferedImage picture) throws ReaderException {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        LuminanceSource light = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
    }

    private static BufferedImage picture(byte[] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static Paper paper() {
        return new Paper("检验报告", "7K3Q", List.of(new Paper.Paragraph("一"), new Paper.Code(ADDRESS, "扫码查验")), "SHA-256", Instant.parse("2026-03-01T06:00:00Z"));
    }

    @Test
    void aPictureOfItIsReadAgainAlsoInChinese() throws Exception {
        assertThat(read(picture(QrCode.of(ADDRESS).png(4)))).isEqualTo(ADDRESS);
        assertThat(read(picture(QrCode.of("检验报告").png(3)))).isEqualTo("检验报告");
    }

    @Test
    void aPageThatIsPrintedIsReadAgain() throws Exception {
        try (PDDocument read = Loader.loadPDF(PdfPaper.bytes(paper()))) {
            assertThat(read(new PDFRenderer(read).renderImageWithDPI(0, 150))).isEqualTo(ADDRESS);
        }
    }

    @Test
    void aWordDocumentCarriesItAsAPicture() throws Exception {
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(WordPaper.bytes(paper())))) {
            assertThat(read(picture(read.getAllPictures().getFirst().getData()))).isEqualTo(ADDRESS);
        }
    }

    @Test
    void theDrawingHasADarkSquareForEachOfTheCodeAndAMarginOfFour() {
        QrCode code = QrCode.of(ADDRESS);
        assertThat(code.svg()).startsWith("<svg ").contains("viewBox=\"0 0 " + code.side() + " " + code.side() + "\"");
        assertThat(code.runs()).allSatisfy(run -> {
            assertThat(run.x()).isBetween(QrCode.MARGIN, code.side() - QrCode.MARGIN - 1);
            assertThat(run.x() + run.length()).isLessThanOrEqualTo(code.side() - QrCode.MARGIN);
        });
        assertThat(code.svg().split("M", -1)).hasSize(code.runs().size() + 2);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> QrCode.of("长".repeat(2000))).isInstanceOf(IllegalArgumentException.class);
    }
}
