package org.jucai.platform.files;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.files.store.ContentKey;
import org.jucai.platform.files.store.ContentStore;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows files and hands them out, as far as they concern the transaction's parties. */
@Service
public class StoredFileBoard {

    private final SqlStoredFiles files;
    private final ContentStore store;

    StoredFileBoard(SqlStoredFiles files, ContentStore store) {
        this.files = files;
        this.store = store;
    }

    /** Refused as if it were not there where it does not concern the caller's party. */
    public Mono<StoredFile> get(Tx tx, UUID id) {
        return files.find(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** What is attached to these subjects, each one's oldest first. */
    public Mono<Map<UUID, List<StoredFile>>> attached(Tx tx, Set<UUID> subjects) {
        return files.attached(tx, subjects);
    }

    /** All its bytes; where they are no longer those that were hashed, the last ones are held back and the stream fails. */
    public Flux<DataBuffer> content(StoredFile file) {
        return Flux.defer(() -> new Verified(file.sha256()).over(store.read(key(file), 0, file.bytes())));
    }

    /** Some of its bytes, as they lie there. */
    public Flux<DataBuffer> content(StoredFile file, long from, long length) {
        return store.read(key(file), from, length);
    }

    private static ContentKey key(StoredFile file) {
        return new ContentKey(file.partyId(), file.sha256(), file.bytes());
    }
}
