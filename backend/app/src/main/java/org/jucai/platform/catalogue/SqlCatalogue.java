package org.jucai.platform.catalogue;

import static org.jucai.platform.kernel.CommonRefusal.VERSION_CONFLICT;

import java.util.List;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Materials, grades, spellings and calendars in the database. */
@Component
class SqlCatalogue {

    /** Far above what a catalogue holds; a bound, so that no list is without one. */
    private static final int MOST = 5_000;

    private static final String MATERIALS = "select row_to_json(m)::text as row from material m order by code limit " + MOST;
    private static final String GRADES = "select row_to_json(g)::text as row from grade g order by material_code, code limit " + MOST;
    private static final String ALIASES = "select row_to_json(a)::text as row from grade_alias a order by name_key limit " + MOST;
    private static final String CALENDARS = "select row_to_json(c)::text as row from working_calendar c order by year desc limit " + MOST;

    private static final String ADD_MATERIAL =
            "insert into material select (jsonb_populate_record(null::material, :row)).*";
    private static final String ADD_GRADE =
            "insert into grade select (jsonb_populate_record(null::grade, :row)).*";
    private static final String ADD_ALIAS =
            "insert into grade_alias select (jsonb_populate_record(null::grade_alias, :row)).*";

    private static final String REVISE_GRADE = """
            update grade g
            set name_zh = r.name_zh, name_en = r.name_en, standard = r.standard, note = r.note, limits = r.limits, version = r.version
            from jsonb_populate_record(null::grade, :row) r
            where g.id = r.id and g.version = r.version - 1
            """;

    private static final String REVISE_ALIAS = """
            update grade_alias a
            set grade_code = r.grade_code, doubt = r.doubt, version = r.version
            from jsonb_populate_record(null::grade_alias, :row) r
            where a.id = r.id and a.version = r.version - 1
            """;

    private static final String LOAD_CALENDAR = """
            insert into working_calendar as c select (jsonb_populate_record(null::working_calendar, :row)).*
            on conflict (year) do update
            set source = excluded.source, days = excluded.days, imported_at = excluded.imported_at, version = excluded.version
            where c.version = excluded.version - 1
            """;

    /** Grows with every change that the snapshot shows. */
    private static final String STAND = """
            select (select count(*) from material)
                 + (select coalesce(sum(version), 0) from grade)
                 + (select coalesce(sum(version), 0) from grade_alias)
                 + (select coalesce(sum(version), 0) from working_calendar) as stand
            """;

    private static final String ONE_LAYS = "select pg_advisory_xact_lock(hashtext('standard catalogue'))";

    private final SqlRows rows;

    SqlCatalogue(SqlRows rows) {
        this.rows = rows;
    }

    /** The whole catalogue as this transaction sees it. */
    Mono<Catalogue> read(Tx tx) {
        Mono<List<Material>> materials = rows.read(tx.sql(MATERIALS), MaterialRow.class).map(MaterialRow::read).collectList();
        Mono<List<Grade>> grades = rows.read(tx.sql(GRADES), GradeRow.class).map(GradeRow::read).collectList();
        Mono<List<GradeAlias>> aliases = rows.read(tx.sql(ALIASES), AliasRow.class).map(AliasRow::read).collectList();
        Mono<List<YearCalendar>> calendars = rows.read(tx.sql(CALENDARS), CalendarRow.class).map(CalendarRow::read).collectList();
        return materials.flatMap(m -> grades.flatMap(g -> aliases.flatMap(a -> calendars.map(c -> new Catalogue(m, g, a, c)))));
    }

    Mono<Long> stand(Tx tx) {
        return tx.sql(STAND).mapValue(Long.class).one();
    }

    /** Until the transaction ends, only one process lays the standard catalogue. */
    Mono<Void> oneLays(Tx tx) {
        return tx.sql(ONE_LAYS).then();
    }

    Mono<Void> add(Tx tx, Material material) {
        return rows.write(tx, ADD_MATERIAL, MaterialRow.of(material), CatalogueRefusal.MATERIAL_ALREADY_EXISTS, VERSION_CONFLICT);
    }

    Mono<Void> add(Tx tx, Grade grade) {
        return rows.write(tx, ADD_GRADE, GradeRow.of(grade), CatalogueRefusal.GRADE_ALREADY_EXISTS, VERSION_CONFLICT);
    }

    Mono<Void> revise(Tx tx, Grade grade) {
        return rows.write(tx, REVISE_GRADE, GradeRow.of(grade), VERSION_CONFLICT, VERSION_CONFLICT);
    }

    Mono<Void> add(Tx tx, GradeAlias alias) {
        return rows.write(tx, ADD_ALIAS, AliasRow.of(alias), CatalogueRefusal.ALIAS_ALREADY_EXISTS, VERSION_CONFLICT);
    }

    Mono<Void> revise(Tx tx, GradeAlias alias) {
        return rows.write(tx, REVISE_ALIAS, AliasRow.of(alias), VERSION_CONFLICT, VERSION_CONFLICT);
    }

    Mono<Void> load(Tx tx, YearCalendar calendar) {
        return rows.write(tx, LOAD_CALENDAR, CalendarRow.of(calendar), VERSION_CONFLICT, VERSION_CONFLICT);
    }
}
