package org.jucai.platform.catalogue.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;

/** Cuts pages from lists that are in memory; the cursor is the key of the last entry shown. */
final class Pages {

    private Pages() {}

    static <T> Page<T> cut(List<T> all, @Nullable String cursor, int limit, Function<T, String> key) {
        int from = cursor == null ? 0 : place(all, cursor, key) + 1;
        return Page.cut(all.subList(from, Math.min(all.size(), from + limit + 1)), limit, key);
    }

    private static <T> int place(List<T> all, String cursor, Function<T, String> key) {
        for (int place = 0; place < all.size(); place++) {
            if (key.apply(all.get(place)).equals(cursor)) return place;
        }
        throw new RefusedException(CommonRefusal.BAD_REQUEST);
    }
}
