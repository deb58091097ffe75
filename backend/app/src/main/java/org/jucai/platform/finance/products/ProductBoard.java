package org.jucai.platform.finance.products;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers which products there are, as far as the transaction's parties may know. */
@Service
public class ProductBoard {

    private static final int MOST_VERSIONS = 50;

    private final SqlProducts shelf;

    ProductBoard(SqlProducts shelf) {
        this.shelf = shelf;
    }

    /** The newest version of each, newest product first. */
    public Mono<Page<ProductVersion>> list(Tx tx, @Nullable String cursor, int limit) {
        return shelf.list(tx, cursor, limit);
    }

    /** A version, or the newest; refused where there is none. */
    public Mono<ProductVersion> get(Tx tx, UUID product, OptionalLong version) {
        return shelf.find(tx, product, version).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** Its versions, newest first; the newest fifty. */
    public Mono<List<ProductVersion>> versions(Tx tx, UUID product) {
        return shelf.versions(tx, product, MOST_VERSIONS);
    }
}
