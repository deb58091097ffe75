package org.jucai.platform.files.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jucai.platform.files.FileRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClientException;

/** Failures of disks and stores as what they are for the caller: it is full, or it is away. The rest is a fault of ours and passes. */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private Trouble() {}

    static Throwable named(Throwable failure) {
        if (failure instanceof RejectedExecutionException) return new RefusedException(FileRefusal.FILE_STORE_AWAY);
        boolean store = failure instanceof IOException || failure instanceof TimeoutException || failure instanceof WebClientException || failure instanceof StoreSaysNo;
        if (!store) return failure;
        LOG.warn("the store of files failed: {}", failure.toString());
        return new RefusedException(isFull(failure) ? FileRefusal.FILE_STORE_FULL : FileRefusal.FILE_STORE_AWAY);
    }

    private static boolean isFull(Throwable failure) {
        String reason = failure instanceof FileSystemException file ? String.valueOf(file.getReason()) : String.valueOf(failure.getMessage());
        String said = reason.toLowerCase(Locale.ROOT);
        return said.contains("no space left") || said.contains("quota exceeded");
    }

    /** A store over HTTP that answered, and not as asked. */
    static final class StoreSaysNo extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoreSaysNo(String said) {
            super(said, null, false, false);
        }
    }
}
