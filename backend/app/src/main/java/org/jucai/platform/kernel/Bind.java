package org.jucai.platform.kernel;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values on their way into a statement. */
public final class Bind {

    private Bind() {}

    /** A value that may be absent; the driver needs its type then. */
    public static <T> Parameter maybe(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    /** The id at which the page before ended; absent for the first page, refused where it is none of ours. */
    public static Parameter cursor(@Nullable String cursor) {
        try {
            return maybe(cursor == null ? null : UUID.fromString(cursor), UUID.class);
        } catch (IllegalArgumentException foreign) {
            throw new RefusedException(CommonRefusal.BAD_REQUEST);
        }
    }

    /** An instant as the driver takes it. */
    public static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
