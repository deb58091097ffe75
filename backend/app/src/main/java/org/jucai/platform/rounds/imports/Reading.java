package org.jucai.platform.rounds.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.workbook.DemandWorkbook;
import org.jucai.platform.rounds.workbook.Preview;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.jucai.platform.rounds.workbook.Setting;
import org.jucai.platform.rounds.workbook.SheetPreview;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads uploaded workbooks, a few at a time. Who reads holds the import for a while and says so again and again; an import
 * whose reader died is read again by whichever process finds it first.
 */
@Component
class Reading implements SmartLifecycle {

    static final int AT_ONCE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST_ATTEMPTS = 3;

    private final Database database;
    private final SqlImports imports;
    private final SqlImportRows rows;
    private final Repeated again;
    private final RoundBoard rounds;
    private final Settings settings;
    private final Scheduler workbooks;
    private final Clock clock;
    private final Lookout lookout;

    Reading(Database database, SqlImports imports, SqlImportRows rows, Repeated again, RoundBoard rounds,
            Settings settings, Scheduler workbooks, Clock clock) {
        this.database = database;
        this.imports = imports;
        this.rows = rows;
        this.again = again;
        this.rounds = rounds;
        this.settings = settings;
        this.workbooks = workbooks;
        this.clock = clock;
        this.lookout = new Lookout("reading of workbooks", AT_ONCE, this::next);
    }

    /** How far a reading is; heard on the reading thread, told by another. */
    private record Heard(AtomicInteger judged, AtomicInteger loaded) {}

    /** Reads one import that waits, if any does. */
    Mono<DemandImport> next() {
        return database.write(Scope.background(), tx -> imports.giveUp(tx, MOST_ATTEMPTS)
                        .then(imports.claim(tx, LEASE, MOST_ATTEMPTS)))
                .flatMap(one -> read(one).thenReturn(one));
    }

    private Mono<Void> read(DemandImport one) {
        Heard heard = new Heard(new AtomicInteger(), new AtomicInteger());
        return Mono.using(() -> beats(one, heard),
                        _ -> preview(one, heard).flatMap(preview -> keep(one, preview)), Disposable::dispose)
                .onErrorResume(RefusedException.class, no -> database.write(Scope.background(),
                        tx -> imports.refuse(tx, one.id(), no.refusal().name(), no.facts()).then(imports.forgetBytes(tx, one.id()))))
                .onErrorResume(failure -> {
                    LOG.error("import {} could not be read", one.id(), failure);
                    return database.write(Scope.background(), tx -> imports.release(tx, one.id()));
                });
    }

    private Mono<Preview> preview(DemandImport one, Heard heard) {
        return database.read(Scope.background(), tx -> Mono.zip(imports.bytes(tx, one.id()), rounds.get(tx, one.roundId())))
                .flatMap(found -> settings.of(found.getT2(), one.ownerId(), clock.instant())
                        .flatMap(known -> Mono.fromCallable(() -> read(found.getT1(), known.setting(), heard)).subscribeOn(workbooks)));
    }

    private static Preview read(byte[] bytes, Setting setting, Heard heard) throws IOException {
        return DemandWorkbook.read(new ByteArrayInputStream(bytes), setting, (judged, loaded) -> {
            heard.judged().set(judged);
            heard.loaded().set(loaded);
        });
    }

    private Disposable beats(DemandImport one, Heard heard) {
        return Flux.interval(BEAT).onBackpressureDrop()
                .concatMap(beat -> database.write(Scope.background(), tx -> imports.progress(tx, one.id(), heard.judged().get(),
                        heard.loaded().get(), LEASE)), 1)
                .subscribe(_ -> {}, failure -> LOG.warn("how far import {} is read could not be told: {}", one.id(), failure.toString()));
    }

    /** Rows part by part, each in its own transaction: nobody sees them before the import is ready. */
    private Mono<Void> keep(DemandImport one, Preview preview) {
        List<ImportedRow> all = new ArrayList<>();
        for (SheetPreview sheet : preview.sheets()) {
            boolean counted = sheet.role() == SheetPreview.Role.DEMAND;
            for (RowPreview row : sheet.rows()) all.add(fresh(all.size(), row, counted));
        }
        return Flux.fromIterable(all).buffer(SqlImportRows.CHUNK)
                .concatMap(part -> database.read(Scope.background(), tx -> again.marked(tx, one.roundId(), part))
                        .publishOn(workbooks).map(rows::written)
                        .flatMap(written -> database.write(Scope.background(), tx -> rows.write(tx, one.id(), one.partyId(), written))))
                .then(database.write(Scope.background(), tx -> imports.ready(tx, one.id(), all.size(), preview.periodIsPast())));
    }

    private static ImportedRow fresh(int ordinal, RowPreview row, boolean counted) {
        return new ImportedRow(ordinal, row, counted, RowChoice.NONE, false, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    @Override
    public void start() {
        lookout.start();
    }

    /** Clears away what is decided or was left lying. */
    @Scheduled(fixedDelayString = "${jucai.imports.tidy-every:10m}")
    Mono<Void> tidy() {
        Instant now = clock.instant();
        return database.write(Scope.background(), tx -> imports.discardOld(tx, now.minus(KEPT))
                .then(imports.sweep(tx)));
    }

    @Override
    public void stop() {
        lookout.stop();
    }

    @Override
    public boolean isRunning() {
        return lookout.isRunning();
    }
}
