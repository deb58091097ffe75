package org.jucai.platform.files;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets bytes pass one piece behind, and the last piece only where all of them hash to what they should: whoever reads gets the right bytes or a stream that breaks off. */
final class Verified {

    private static final Logger LOG = LoggerFactory.getLogger(Verified.class);

    private final String sha256;
    private final MessageDigest digest;
    private @Nullable DataBuffer held;

    Verified(String sha256) {
        this.sha256 = sha256;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    Flux<DataBuffer> over(Flux<DataBuffer> bytes) {
        return bytes.concatMap(one -> Mono.justOrEmpty(next(one)), 1)
                .concatWith(Mono.defer(this::last))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .doFinally(_ -> {
                    if (held != null) DataBufferUtils.release(held);
                });
    }

    private @Nullable DataBuffer next(DataBuffer one) {
        try (DataBuffer.ByteBufferIterator parts = one.readableByteBuffers()) {
            for (ByteBuffer part : (Iterable<ByteBuffer>) () -> parts) digest.update(part);
        }
        DataBuffer before = held;
        held = one;
        return before;
    }

    private Mono<DataBuffer> last() {
        String found = HexFormat.of().formatHex(digest.digest());
        DataBuffer one = held;
        if (found.equals(sha256)) {
            held = null;
            return Mono.justOrEmpty(one);
        }
        LOG.error("the store changed bytes: {} is kept under {}", found, sha256);
        return Mono.error(new RefusedException(FileRefusal.FILE_STORE_AWAY));
    }
}
