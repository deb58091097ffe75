package org.jucai.platform.membership;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Values on their way into a statement. */
final class Bound {

    private Bound() {}

    /** A value that may be absent; the driver needs its type then. */
    static <T> Parameter maybe(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    static Parameter name(@Nullable Enum<?> value) {
        return maybe(value == null ? null : value.name(), String.class);
    }

    static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** A page's cursor, or the beginning. */
    static String cursor(@Nullable String cursor) {
        return cursor == null ? "" : cursor;
    }
}
