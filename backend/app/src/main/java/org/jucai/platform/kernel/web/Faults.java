package org.jucai.platform.kernel.web;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.server.ResponseStatusException;

/** Reads any failure as a named refusal. What is not known is an internal error, and is logged. */
final class Faults {

    private Faults() {}

    /** A refusal with the facts for its words. */
    record Named(Refusal refusal, Map<String, Object> facts) {}

    static Named name(Throwable failure) {
        return switch (failure) {
            case RefusedException refused -> new Named(refused.refusal(), refused.facts());
            case ResponseStatusException answered -> byStatus(answered);
            case DuplicateKeyException _ -> plain(CommonRefusal.VERSION_CONFLICT);
            case DataAccessException data when isOutage(data) -> plain(CommonRefusal.TEMPORARILY_UNAVAILABLE);
            case R2dbcException data when isOutage(data) -> plain(CommonRefusal.TEMPORARILY_UNAVAILABLE);
            case TimeoutException _ -> plain(CommonRefusal.TEMPORARILY_UNAVAILABLE);
            case DecodingException _ -> plain(CommonRefusal.BAD_REQUEST);
            case DataBufferLimitException _ -> plain(CommonRefusal.TOO_LARGE);
            default -> plain(CommonRefusal.INTERNAL_ERROR);
        };
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof R2dbcTransientException || cause instanceof R2dbcTimeoutException
                    || cause instanceof R2dbcNonTransientResourceException || cause instanceof java.io.IOException
                    || cause instanceof DataAccessResourceFailureException || cause instanceof QueryTimeoutException
                    || cause instanceof TransientDataAccessException) {
                return true;
            }
        }
        return false;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && chain.size() < 20; cause = cause.getCause()) chain.add(cause);
        return chain;
    }

    private static Named byStatus(ResponseStatusException answered) {
        if (answered.getCause() instanceof DecodingException || answered.getCause() instanceof DataBufferLimitException) {
            return causes(answered).stream().anyMatch(DataBufferLimitException.class::isInstance)
                    ? plain(CommonRefusal.TOO_LARGE)
                    : plain(CommonRefusal.BAD_REQUEST);
        }
        return plain(switch (answered.getStatusCode().value()) {
            case 401 -> CommonRefusal.NOT_SIGNED_IN;
            case 403 -> CommonRefusal.NOT_ALLOWED;
            case 404 -> CommonRefusal.NOT_FOUND;
            case 405 -> CommonRefusal.METHOD_NOT_ALLOWED;
            case 406 -> CommonRefusal.NOT_ACCEPTABLE;
            case 413 -> CommonRefusal.TOO_LARGE;
            case 415 -> CommonRefusal.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> CommonRefusal.TOO_MANY_REQUESTS;
            case 503 -> CommonRefusal.TEMPORARILY_UNAVAILABLE;
            default -> answered.getStatusCode().is4xxClientError() ? CommonRefusal.BAD_REQUEST : CommonRefusal.INTERNAL_ERROR;
        });
    }

    private static Named plain(Refusal refusal) {
        return new Named(refusal, Map.of());
    }
}
