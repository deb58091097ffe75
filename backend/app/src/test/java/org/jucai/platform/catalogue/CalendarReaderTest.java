package org.jucai.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.RefusedException;
import org.junit.jupiter.api.Test;

class CalendarReaderTest {

    private static final YearCalendar.Day NEW_YEAR = new YearCalendar.Day(LocalDate.of(2026, 1, 1), YearCalendar.Kind.OFF, "元旦");
    private static final YearCalendar.Day SUNDAY = new YearCalendar.Day(LocalDate.of(2026, 1, 4), YearCalendar.Kind.WORKING, null);

    @Test
    void csvAndJsonSayTheSame() {
        CalendarFile csv = CalendarReader.read("\uFEFFyear,2026\r\nsource,通知, 第 7 号\r\non,kind,name\r\n2026-01-01,off,元旦\r\n2026-01-04,working\r\n");
        CalendarFile json = CalendarReader.read("""
                {"format":"jucai-calendar/1","year":2026,"source":"通知, 第 7 号",
                 "daysOff":[{"on":"2026-01-01","name":"元旦"}],"makeUpWorkingDays":[{"on":"2026-01-04"}]}
                """);
        assertThat(csv).isEqualTo(new CalendarFile(2026, "通知, 第 7 号", List.of(NEW_YEAR, SUNDAY))).isEqualTo(json);
    }

    @Test
    void aBrokenLineIsNamed() {
        refused("year,2026\nsource,x1\n2026-13-01,off\n", 3);
        refused("year,2026\nsource,x1\n2026-01-01,holiday\n", 3);
        refused("year,twenty\n", 1);
        refused("2026-01-01\n", 1);
        refused("{\"format\":\"jucai-calendar/1\",\n\"year\":2026,\n\"surprise\":1}", 3);
        refused("{\"format\":\"jucai-calendar/2\",\"year\":2026,\"source\":\"x1\",\"daysOff\":[],\"makeUpWorkingDays\":[]}", 1);
        refused("{\"format\":\"jucai-calendar/1\",\"year\":2026,\"source\":\"x1\",\"daysOff\":[null],\"makeUpWorkingDays\":[]}", 1);
    }

    @Test
    void aDayOfAnotherYearIsRefused() {
        var file = new CalendarFile(2027, "x1", List.of(NEW_YEAR));
        assertThat(load(file, null, Optional.empty())).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.refusal()).isEqualTo(CatalogueRefusal.CALENDAR_DAY_OUTSIDE_YEAR));
    }

    @Test
    void aDayGivenTwiceIsRefused() {
        var file = new CalendarFile(2026, "x1", List.of(NEW_YEAR, NEW_YEAR));
        assertThat(load(file, null, Optional.empty())).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.refusal()).isEqualTo(CatalogueRefusal.CALENDAR_DAY_GIVEN_TWICE));
    }

    @Test
    void loadingAYearAgainIsItsNextVersion() {
        var file = new CalendarFile(2026, "x1", List.of(SUNDAY, NEW_YEAR));
        YearCalendar present = new YearCalendar(new UUID(0, 7), 2026, "before", Instant.EPOCH, List.of(SUNDAY), 4);
        YearCalendar loaded = ((CatalogueEvent.CalendarImported) load(file, 4L, Optional.of(present)).orElseRefuse().getFirst()).calendar();
        assertThat(loaded.version()).isEqualTo(5);
        assertThat(loaded.id()).isEqualTo(present.id());
        assertThat(loaded.days()).containsExactly(NEW_YEAR, SUNDAY);
    }

    @Test
    void aStaleVersionIsRefused() {
        assertThat(load(new CalendarFile(2026, "x1", List.of(NEW_YEAR)), 3L, Optional.empty())).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.refusal()).isEqualTo(CommonRefusal.VERSION_CONFLICT));
    }

    private static Decision<CatalogueEvent> load(CalendarFile file, @org.jspecify.annotations.Nullable Long expected, Optional<YearCalendar> present) {
        return CalendarRules.load(new CatalogueCommand.ImportCalendar(file, expected), present, new UUID(0, 1), Instant.EPOCH);
    }

    private static void refused(String text, int line) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> CalendarReader.read(text)).satisfies(refused -> {
            assertThat(refused.refusal()).as(text).isEqualTo(CatalogueRefusal.CALENDAR_FILE_UNREADABLE);
            assertThat(refused.facts()).as(text).containsEntry("line", line);
        });
    }
}
