package org.jucai.platform.papers;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code (ISO/IEC 18004), of which a sixth may be soiled; with the margin of four squares that readers need. */
public final class QrCode {

    /** Squares that stay light on each side. */
    static final int MARGIN = 4;

    private static final int DARK = Color.BLACK.getRGB();
    private static final int LIGHT = Color.WHITE.getRGB();

    private final ByteMatrix squares;

    private QrCode(ByteMatrix squares) {
        this.squares = squares;
    }

    /** Dark squares beside each other in one row, the margin counted. */
    record Run(int x, int y, int length) {}

    /** @param content a hundred letters or so; a few hundred still fit, with smaller squares */
    public static QrCode of(String content) {
        // The mark of an encoding is left out where none is needed: some readers show it.
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(content);
        Map<EncodeHintType, Object> hints = plain ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        try {
            return new QrCode(Encoder.encode(content, ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit into a QR code", tooLong);
        }
    }

    /** Squares on a side, the margin counted. */
    int side() {
        return squares.getWidth() + 2 * MARGIN;
    }

    /** Row by row from the top. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (int y = 0; y < squares.getHeight(); y++) {
            int x = 0;
            while (x < squares.getWidth()) {
                int from = x;
                while (x < squares.getWidth() && squares.get(x, y) == 1) x++;
                if (x > from) runs.add(new Run(from + MARGIN, y + MARGIN, x - from));
                else x++;
            }
        }
        return runs;
    }

    /** As a drawing of any size. */
    public String svg() {
        StringBuilder path = new StringBuilder();
        runs().forEach(run -> path.append("M%d %dh%dv1h-%dz".formatted(run.x(), run.y(), run.length(), run.length())));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>"""
                .formatted(side(), side(), side(), side(), path);
    }

    /** As a picture. @param pixels of one square */
    public byte[] png(int pixels) {
        BufferedImage picture = new BufferedImage(side() * pixels, side() * pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < picture.getHeight(); y++) for (int x = 0; x < picture.getWidth(); x++) picture.setRGB(x, y, LIGHT);
        for (Run run : runs()) {
            for (int y = run.y() * pixels; y < (run.y() + 1) * pixels; y++) {
                for (int x = run.x() * pixels; x < (run.x() + run.length()) * pixels; x++) picture.setRGB(x, y, DARK);
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
