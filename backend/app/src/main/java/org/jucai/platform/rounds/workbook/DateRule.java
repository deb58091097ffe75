package org.jucai.platform.rounds.workbook;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The delivery window: two days in order, inside the round's period. */
final class DateRule {

    record Dates(LocalDate from, LocalDate to) {}

    private DateRule() {}

    static @Nullable Dates decide(Verdict verdict, Setting setting) {
        if (verdict.isBroken(Field.FROM) || verdict.isBroken(Field.TO) || verdict.isBroken(Field.WINDOW)) return null;
        Window said = said(verdict, setting.period());
        if (said.from() instanceof Day.Nothing && said.to() instanceof Day.Nothing && verdict.row().context().datesMayBeGuessed()) {
            verdict.confirm(Reason.MISSING_FIELD, Field.WINDOW);
            return new Dates(setting.period().from(), setting.period().to());
        }
        LocalDate from = day(verdict, said.from(), field(verdict, Field.FROM));
        LocalDate to = day(verdict, said.to(), field(verdict, Field.TO));
        return from == null || to == null ? null : judged(verdict, new Dates(from, to), setting);
    }

    private static Field field(Verdict verdict, Field field) {
        return verdict.row().cellName(field) == null && verdict.row().cellName(Field.WINDOW) != null ? Field.WINDOW : field;
    }

    private static Window said(Verdict verdict, DeliveryPeriod period) {
        RawRow row = verdict.row();
        boolean base1904 = row.context().base1904();
        Day from = Day.read(row.get(Field.FROM), period, base1904);
        Day to = Day.read(row.get(Field.TO), period, base1904);
        if (!(from instanceof Day.Nothing) && !(to instanceof Day.Nothing)) return new Window(from, to);
        for (Field field : new Field[] {Field.WINDOW, Field.FROM, Field.TO}) {
            Optional<Window> both = Window.of(row.text(field), period);
            if (both.isPresent()) return both.get();
        }
        if (row.get(Field.WINDOW).saysNothing()) {
            String around = row.context().window();
            boolean silent = from instanceof Day.Nothing && to instanceof Day.Nothing;
            Window none = new Window(from, to);
            return silent && around != null ? Window.of(around, period).orElse(none) : none;
        }
        return new Window(from instanceof Day.Nothing ? new Day.Unclear() : from, to instanceof Day.Nothing ? new Day.Unclear() : to);
    }

    private static @Nullable LocalDate day(Verdict verdict, Day day, Field field) {
        return switch (day) {
            case Day.On on -> {
                if (on.yearInferred()) verdict.warn(Warning.YEAR_INFERRED);
                yield on.day();
            }
            case Day.Impossible _ -> {
                verdict.reject(Reason.BAD_DATE, field);
                yield null;
            }
            case Day.Unclear _ -> {
                verdict.ask(Reason.AMBIGUOUS_DATE, field);
                yield null;
            }
            case Day.Nothing _ -> {
                verdict.ask(Reason.MISSING_FIELD, field);
                yield null;
            }
        };
    }

    private static @Nullable Dates judged(Verdict verdict, Dates dates, Setting setting) {
        if (dates.to().isBefore(dates.from())) {
            verdict.reject(Reason.DATE_ORDER, Field.TO);
            return null;
        }
        if (!setting.period().holds(dates.from())) verdict.confirm(Reason.DATE_RANGE, Field.FROM);
        else if (!setting.period().holds(dates.to())) verdict.confirm(Reason.DATE_RANGE, Field.TO);
        else Judge.past(verdict, dates.to(), setting);
        return dates;
    }
}
