package org.jucai.platform.files.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.files.FileRefusal;
import org.jucai.platform.files.FileIntake;
import org.jucai.platform.files.StoredFileBoard;
import org.jucai.platform.files.UploadDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.spec.api.FilesApi;
import org.jucai.spec.model.StoredFile;
import org.springframework.core.io.Resource;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Files by HTTP. */
@RestController
class StoredFilesController implements FilesApi {

    private final Database database;
    private final Once once;
    private final FileIntake intake;
    private final UploadDesk desk;
    private final StoredFileBoard board;
    private final Download download;

    StoredFilesController(Database database, Once once, FileIntake intake, UploadDesk desk, StoredFileBoard board) {
        this.database = database;
        this.once = once;
        this.intake = intake;
        this.desk = desk;
        this.board = board;
        this.download = new Download(board);
    }

    /** The same bytes under the same key are one upload, whatever form they came in. */
    @Override
    public Mono<StoredFile> uploadFile(String idempotencyKey, Part file, @Nullable String statedAt, @Nullable String sha256, ServerWebExchange exchange) {
        if (!(file instanceof FilePart sent)) return Mono.error(new RefusedException(FileRefusal.FILE_MISSING));
        Caller caller = Caller.of(exchange);
        UploadDesk.Stated stated = new UploadDesk.Stated(sent.filename(), Optional.ofNullable(statedAt).map(StoredFilesController::instant), Optional.ofNullable(sha256));
        return intake.take(sent.content(), received -> desk.bring(caller.actor(), caller.now(), received, stated).then(once.answer(exchange,
                Map.of("sha256", received.sha256(), "name", stated.name(), "statedAt", String.valueOf(statedAt)), StoredFile.class,
                tx -> desk.keep(new Asking(tx, caller.actor(), caller.now()), received, stated).map(FileViews::show))));
    }

    private static Instant instant(String stated) {
        try {
            return Instant.parse(stated);
        } catch (DateTimeParseException noTime) {
            throw new RefusedException(CommonRefusal.BAD_REQUEST);
        }
    }

    @Override
    public Mono<StoredFile> getFile(UUID fileId, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> board.get(tx, fileId)).map(FileViews::show);
    }

    @Override
    public Mono<Resource> downloadFile(UUID fileId, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> board.get(tx, fileId)).flatMap(file -> download.send(exchange, file)).then(Mono.empty());
    }
}
