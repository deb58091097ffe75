package org.jucai.platform.rounds.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.imports.Entering;
import org.jucai.platform.rounds.imports.ImportBoard;
import org.jucai.platform.rounds.imports.ImportDesk;
import org.jucai.platform.rounds.imports.ImportRefusal;
import org.jucai.platform.rounds.imports.RowChoice;
import org.jucai.platform.rounds.workbook.DemandWorkbook;
import org.jucai.platform.rounds.workbook.Limits;
import org.jucai.platform.rounds.workbook.Reason;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.jucai.platform.rounds.workbook.WorkbookRefusal;
import org.jucai.spec.api.ImportsApi;
import org.jucai.spec.model.DemandImport;
import org.jucai.spec.model.DemandImports;
import org.jucai.spec.model.ImportRow;
import org.jucai.spec.model.RowDecision;
import org.jucai.spec.model.RowsDecision;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Workbooks of demand by HTTP. */
@RestController
class ImportsController implements ImportsApi {

    private static final int LONGEST_NAME = 200;
    private static final ImportBoard.Wanted FIRST_PAGE = new ImportBoard.Wanted(Optional.empty(), null, 200);

    private final Database database;
    private final Once once;
    private final ImportDesk desk;
    private final Entering entering;
    private final ImportBoard board;
    private final ImportViews views;
    private final Scheduler workbooks;

    ImportsController(Database database, Once once, ImportDesk desk, Entering entering, ImportBoard board, ImportViews views,
            Scheduler workbooks) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.entering = entering;
        this.board = board;
        this.views = views;
        this.workbooks = workbooks;
    }

    @Override
    public Mono<DemandImport> uploadDemandWorkbook(UUID roundId, String idempotencyKey, Part file, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return received(file).flatMap(upload -> once.answer(exchange, Map.of("sha256", upload.sha256(), "fileName", upload.fileName()),
                DemandImport.class, tx -> desk.upload(tx, caller.actor(), roundId, upload, caller.now())
                        .flatMap(one -> show(tx, one.id(), FIRST_PAGE, caller.locale()))));
    }

    private Mono<ImportDesk.Upload> received(Part part) {
        if (!(part instanceof FilePart file)) return Mono.error(new RefusedException(ImportRefusal.IMPORT_FILE_MISSING));
        long most = Limits.STANDARD.maxBytes();
        return DataBufferUtils.join(file.content(), (int) most)
                .switchIfEmpty(Mono.error(() -> new RefusedException(ImportRefusal.IMPORT_FILE_MISSING)))
                .onErrorMap(DataBufferLimitException.class,
                        over -> new RefusedException(WorkbookRefusal.WORKBOOK_TOO_LARGE, Map.of("limit", most >> 20)))
                .map(ImportsController::bytes)
                .publishOn(workbooks)
                .map(bytes -> upload(file.filename(), bytes));
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    /** Refuses at once what can be told at once. */
    private static ImportDesk.Upload upload(String fileName, byte[] bytes) {
        try {
            DemandWorkbook.glance(bytes, Limits.STANDARD);
            String name = fileName.isBlank() ? "workbook" : fileName.strip();
            return new ImportDesk.Upload(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Mono<DemandImport> getDemandImport(
            UUID importId, @Nullable String status, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        Optional<RowPreview.Status> wanted = Choice.of(RowPreview.Status.class, status);
        return database.read(caller.scope(), tx -> show(tx, importId, new ImportBoard.Wanted(wanted, cursor, limit), caller.locale()));
    }

    @Override
    public Mono<ImportRow> decideImportRow(UUID importId, Integer row, Mono<RowDecision> rowDecision, @Nullable String sheet,
            @Nullable String column, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return rowDecision.map(form -> new ImportDesk.RowCommand(row, sheet, column, RowChoice.valueOf(form.getDecision().name()),
                        Optional.ofNullable(form.getLine()).map(ImportViews::fix)))
                .flatMap(command -> database.write(caller.scope(), tx -> desk.decide(tx, importId, command, caller.now())))
                .map(decided -> views.row(decided, caller.locale()));
    }

    @Override
    public Mono<DemandImport> confirmDemandImport(UUID importId, String idempotencyKey, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return entering.confirm(importId, caller).then(Mono.defer(() -> once.answer(exchange, "confirm", DemandImport.class,
                tx -> show(tx, importId, FIRST_PAGE, caller.locale()))))
                .doOnNext(view -> exchange.getResponse().setStatusCode(view.getStatus() == DemandImport.StatusEnum.CONFIRMING ? HttpStatus.ACCEPTED : HttpStatus.OK));
    }

    @Override
    public Mono<DemandImports> listDemandImports(UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.list(tx, roundId, cursor, limit)).map(ImportViews::list);
    }

    @Override
    public Mono<DemandImport> decideImportRows(UUID importId, String idempotencyKey, Mono<RowsDecision> rowsDecision, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return rowsDecision.flatMap(form -> once.answer(exchange, form, DemandImport.class,
                tx -> desk.decideAll(tx, importId, reasons(form), RowChoice.valueOf(form.getDecision().name()))
                        .then(Mono.defer(() -> show(tx, importId, FIRST_PAGE, caller.locale())))));
    }

    private static List<Reason> reasons(RowsDecision form) {
        return form.getReasons().stream().map(reason -> Reason.valueOf(reason.name())).toList();
    }

    @Override
    public Mono<DemandImport> discardDemandImport(UUID importId, String idempotencyKey, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, "discard", DemandImport.class, tx -> desk.discard(tx, importId)
                .then(Mono.defer(() -> show(tx, importId, FIRST_PAGE, caller.locale()))));
    }

    private Mono<DemandImport> show(Tx tx, UUID importId, ImportBoard.Wanted wanted, Locale locale) {
        return board.show(tx, importId, wanted).map(shown -> views.show(shown, locale));
    }
}
