package org.jucai.platform.award.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/** Files that are sent, and figures as people write them in them. */
final class Documents {

    static final MediaType DOCX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final long FEN = 100;

    private Documents() {}

    /** Writes a document. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Whole before the first byte is sent, so that a failure is a problem and no half file. */
    static Resource written(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return new ByteArrayResource(out.toByteArray());
    }

    static void named(ServerWebExchange exchange, String name, MediaType type) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setContentDisposition(ContentDisposition.attachment().filename(name).build());
        headers.setContentType(type);
    }

    static Locale language(@Nullable String asked, Caller caller) {
        if (asked == null) return caller.locale();
        return asked.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** Fen as yuan, two places, thousands apart. */
    static String yuan(long fen) {
        long whole = Math.abs(fen);
        return (fen < 0 ? "-" : "") + String.format(Locale.ROOT, "%,d.%02d", whole / FEN, whole % FEN);
    }

    /** Kilograms as tonnes, exactly. */
    static String tonnes(long kg) {
        return BigDecimal.valueOf(kg, 3).stripTrailingZeros().toPlainString();
    }

    /** Hundredths of a per cent as per cent. */
    static String percent(long basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }
}
