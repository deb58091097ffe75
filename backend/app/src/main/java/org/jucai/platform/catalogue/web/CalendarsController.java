package org.jucai.platform.catalogue.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.catalogue.CatalogueCommand;
import org.jucai.platform.catalogue.CalendarReader;
import org.jucai.platform.catalogue.YearCalendar;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.WorkingDays;
import org.jucai.spec.api.CalendarsApi;
import org.jucai.spec.model.Calendar;
import org.jucai.spec.model.CalendarDay;
import org.jucai.spec.model.CalendarFile;
import org.jucai.spec.model.CalendarList;
import org.jucai.spec.model.DayCount;
import org.jucai.spec.model.TermEnd;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class CalendarsController implements CalendarsApi {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    /** Years before this one that are always listed. */
    private static final int YEARS_BACK = 2;

    private final CatalogueBoard board;
    private final CatalogueWrites writes;

    CalendarsController(CatalogueBoard board, CatalogueWrites writes) {
        this.board = board;
        this.writes = writes;
    }

    @Override
    public Mono<CalendarList> listCalendars(ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        int year = LocalDate.ofInstant(caller.now(), BEIJING).getYear();
        Actor actor = caller.maybeActor().orElse(null);
        return board.current().map(catalogue -> new CalendarList().items(
                years(catalogue, year).map(listed -> calendar(catalogue, listed, actor)).toList()));
    }

    /** The years of interest, loaded or not, and any other that is loaded; newest first. */
    private static Stream<Integer> years(Catalogue catalogue, int year) {
        return Stream.concat(
                        IntStream.rangeClosed(year - YEARS_BACK, year + 1).boxed(),
                        catalogue.calendars().stream().map(YearCalendar::year))
                .distinct()
                .sorted(Comparator.reverseOrder());
    }

    @Override
    public Mono<Calendar> importCalendar(
            String idempotencyKey, Mono<CalendarFile> calendarFile, @Nullable String ifMatch, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return calendarFile.flatMap(asked -> {
            var file = CalendarReader.read(asked.getContent());
            Long expected = caller.expectedVersion().isPresent() ? caller.expectedVersion().getAsLong() : null;
            return writes.once(exchange, asked, new CatalogueCommand.ImportCalendar(file, expected), Calendar.class,
                    (done, actor) -> calendar(done.catalogue(), file.year(), actor));
        }).doOnNext(calendar -> caller.showVersion(calendar.getVersion()));
    }

    @Override
    public Mono<TermEnd> countWorkingDays(LocalDate fromOn, Integer days, DayCount count, ServerWebExchange exchange) {
        return board.current().map(catalogue -> {
            WorkingDays working = catalogue.workingDays();
            WorkingDays.Term term = switch (count) {
                case CALENDAR -> working.calendarDays(fromOn, days);
                case WORKING -> working.workingDays(fromOn, days);
            };
            return new TermEnd().fromOn(fromOn).days(days).count(count).lastOn(term.lastOn()).yearsNotLoaded(List.copyOf(term.yearsNotLoaded()));
        });
    }

    private static Calendar calendar(Catalogue catalogue, int year, @Nullable Actor actor) {
        Calendar view = new Calendar().year(year)
                .allowedCommands(GradeViews.mayKeep(actor) ? List.of(Calendar.AllowedCommandsEnum.IMPORT) : List.of());
        return catalogue.calendar(year)
                .map(loaded -> view.loaded(true)
                        .source(loaded.source())
                        .importedAt(loaded.importedAt())
                        .version(Math.toIntExact(loaded.version()))
                        .days(loaded.days().stream().map(CalendarsController::day).toList()))
                .orElseGet(() -> view.loaded(false).days(List.of()));
    }

    private static CalendarDay day(YearCalendar.Day day) {
        return new CalendarDay().on(day.on()).kind(CalendarDay.KindEnum.valueOf(day.kind().name())).name(day.name());
    }
}
