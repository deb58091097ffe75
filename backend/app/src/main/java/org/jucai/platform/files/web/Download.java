package org.jucai.platform.files.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jucai.platform.files.FileRefusal;
import org.jucai.platform.files.StoredFile;
import org.jucai.platform.files.StoredFileBoard;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a file's bytes: all of them, one range, or word that the caller has them. Never to be shown in place of a page. */
final class Download {

    private final StoredFileBoard board;

    Download(StoredFileBoard board) {
        this.board = board;
    }

    /** Writes the answer itself, as the bytes come. */
    Mono<Void> send(ServerWebExchange exchange, StoredFile file) {
        ServerHttpResponse response = exchange.getResponse();
        String tag = "\"" + file.sha256() + "\"";
        HttpHeaders headers = response.getHeaders();
        // Asked anew each time, for who may read may change; the bytes do not, so the answer is mostly that they are the same.
        headers.setCacheControl("private, no-cache");
        if (exchange.checkNotModified(tag)) return response.setComplete();
        Optional<Part> part = part(exchange, file, tag);
        headers.setETag(tag);
        headers.setContentType(MediaType.parseMediaType(file.type().mediaType()));
        headers.setContentDisposition(ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build());
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setContentLength(part.map(Part::length).orElse(file.bytes()));
        part.ifPresent(some -> {
            response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes " + some.from() + "-" + (some.from() + some.length() - 1) + "/" + file.bytes());
        });
        return response.writeWith(part.map(some -> board.content(file, some.from(), some.length())).orElseGet(() -> board.content(file)))
                .doOnError(_ -> headers.remove(HttpHeaders.ETAG));
    }

    private record Part(long from, long length) {}

    /** The one range that is asked for; empty where all is, or where the caller's copy is of something else. */
    private static Optional<Part> part(ServerWebExchange exchange, StoredFile file, String tag) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        String onlyIf = asked.getFirst(HttpHeaders.IF_RANGE);
        if (asked.getFirst(HttpHeaders.RANGE) == null || onlyIf != null && !onlyIf.equals(tag)) return Optional.empty();
        try {
            List<HttpRange> ranges = asked.getRange();
            if (ranges.size() != 1) return Optional.empty();
            long from = ranges.getFirst().getRangeStart(file.bytes());
            long to = Math.min(ranges.getFirst().getRangeEnd(file.bytes()), file.bytes() - 1);
            if (from >= file.bytes() || to < from) throw new RefusedException(FileRefusal.FILE_RANGE_OUTSIDE);
            return Optional.of(new Part(from, to - from + 1));
        } catch (IllegalArgumentException unreadable) {
            throw new RefusedException(FileRefusal.FILE_RANGE_OUTSIDE);
        }
    }
}
