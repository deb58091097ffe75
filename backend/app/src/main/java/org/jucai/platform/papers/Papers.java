package org.jucai.platform.papers;

import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Hands papers out as Word documents or as PDF; written on threads of their own, of which there are few. */
@Component
public class Papers implements DisposableBean {

    /** What a Word document is called in an answer. */
    public static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 50;

    private final Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, MOST_WAITING, "paper");

    /** Answers with the paper under this name; asked to come again where too many wait. */
    public Mono<Resource> answer(ServerWebExchange exchange, String fileName, Paper paper) {
        return answer(exchange, fileName, WORD, () -> WordPaper.bytes(paper));
    }

    /** The same as a PDF. */
    public Mono<Resource> pdf(ServerWebExchange exchange, String fileName, Paper paper) {
        return answer(exchange, fileName, MediaType.APPLICATION_PDF, () -> PdfPaper.bytes(paper));
    }

    private Mono<Resource> answer(ServerWebExchange exchange, String fileName, MediaType type, Supplier<byte[]> written) {
        return Mono.<Resource>fromCallable(() -> new ByteArrayResource(written.get())).subscribeOn(threads)
                .onErrorMap(RejectedExecutionException.class, full -> new RefusedException(CommonRefusal.TEMPORARILY_UNAVAILABLE, Map.of("retryAfterSeconds", 1)))
                .doOnNext(_ -> {
                    HttpHeaders headers = exchange.getResponse().getHeaders();
                    headers.setContentDisposition(ContentDisposition.attachment().filename(fileName).build());
                    headers.setContentType(type);
                });
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
