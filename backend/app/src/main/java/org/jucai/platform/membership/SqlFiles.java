package org.jucai.platform.membership;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Papers, places and grades in a party's file. */
@Component
class SqlFiles {

    private static final String PAPER_COLUMNS =
            "e.id, e.party_id, e.kind, e.number, e.issuer, e.issued_on, e.expires_on, e.document_ref, e.recorded_at";

    private static final String FILE_PAPER = """
            insert into evidence (id, party_id, kind, number, issuer, issued_on, expires_on, document_ref, recorded_at)
            values (:id, :party, :kind, :number, :issuer, :issuedOn, :expiresOn, :documentRef, :at)
            """;

    private static final String PAPERS = "select " + PAPER_COLUMNS + """
             from evidence e where e.party_id = :party and (:cursor = '' or e.id::text < :cursor) order by e.id desc limit :limit
            """;

    /** Of each party and kind only the paper that lasts longest matters; an older one that ends is not news. */
    private static final String EXPIRIES = "select " + PAPER_COLUMNS + """
            , p.code as party_code, p.name_zh as party_name, p.kind as party_kind
            from evidence e join party p on p.id = e.party_id
            where e.expires_on <= :until
              and not exists (select 1 from evidence n where n.party_id = e.party_id and n.kind = e.kind and n.id <> e.id
                              and (n.expires_on is null or (n.expires_on, n.id) > (e.expires_on, e.id)))
              and (:cursor = '' or e.expires_on::text || e.id::text > :cursor)
            order by e.expires_on, e.id limit :limit
            """;

    private static final String ADD_PLACE = """
            insert into delivery_point (id, enterprise_id, code, name, address, zone_code, rail_head_metres)
            values (:id, :enterprise, :code, :name, :address, :zone, :metres)
            """;

    private static final String PLACES = """
            select id, enterprise_id, code, name, address, zone_code, rail_head_metres, active
            from delivery_point where enterprise_id = :enterprise and (:cursor = '' or id::text > :cursor)
            order by id limit :limit
            """;

    private static final String RETIRE_PLACE = "update delivery_point set active = false where id = :id and enterprise_id = :enterprise";

    private static final String RECORD_GRADE = """
            insert into productivity_grade (id, enterprise_id, grade, year, issuer, document_ref, valid_from_on, valid_to_on, recorded_at)
            values (:id, :enterprise, :grade, :year, :issuer, :documentRef, :from, :to, :at)
            """;

    private static final String GRADES = """
            select id, enterprise_id, grade, year, issuer, document_ref, valid_from_on, valid_to_on, recorded_at
            from productivity_grade where enterprise_id = :enterprise and (:cursor = '' or id::text < :cursor)
            order by id desc limit :limit
            """;

    Mono<Void> add(Tx tx, Evidence paper) {
        return tx.sql(FILE_PAPER)
                .bind("id", paper.id()).bind("party", paper.partyId()).bind("kind", paper.kind().name())
                .bind("number", paper.number()).bind("issuer", paper.issuer()).bind("issuedOn", paper.issuedOn())
                .bind("expiresOn", Bound.maybe(paper.expiresOn(), LocalDate.class))
                .bind("documentRef", Bound.maybe(paper.documentRef(), String.class))
                .bind("at", Bound.at(paper.recordedAt()))
                .fetch().rowsUpdated().then();
    }

    Mono<Page<Evidence>> papers(Tx tx, UUID party, @Nullable String cursor, int limit) {
        return tx.sql(PAPERS).bind("party", party).bind("cursor", Bound.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlFiles::paper).all().collectList()
                .map(rows -> Page.cut(rows, limit, row -> row.id().toString()));
    }

    Mono<Page<EvidenceExpiry>> expiries(Tx tx, LocalDate until, @Nullable String cursor, int limit) {
        return tx.sql(EXPIRIES).bind("until", until).bind("cursor", Bound.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlFiles::expiry).all().collectList()
                .map(rows -> Page.cut(rows, limit, row -> row.paper().expiresOn() + row.paper().id().toString()));
    }

    Mono<Void> add(Tx tx, DeliveryPoint point) {
        return tx.sql(ADD_PLACE)
                .bind("id", point.id()).bind("enterprise", point.enterpriseId()).bind("code", point.code())
                .bind("name", point.name()).bind("address", Bound.maybe(point.address(), String.class))
                .bind("zone", point.zoneCode()).bind("metres", Bound.maybe(point.railHeadMetres(), Integer.class))
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, Taken::by).then();
    }

    Mono<Page<DeliveryPoint>> places(Tx tx, UUID enterprise, @Nullable String cursor, int limit) {
        return tx.sql(PLACES).bind("enterprise", enterprise).bind("cursor", Bound.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlFiles::place).all().collectList()
                .map(rows -> Page.cut(rows, limit, row -> row.id().toString()));
    }

    Mono<Void> retire(Tx tx, UUID enterprise, UUID point) {
        return tx.sql(RETIRE_PLACE).bind("id", point).bind("enterprise", enterprise).fetch().rowsUpdated().then();
    }

    Mono<Void> add(Tx tx, ProductivityGrade grade) {
        ProductivityGrade.Issued issued = grade.issued();
        return tx.sql(RECORD_GRADE)
                .bind("id", grade.id()).bind("enterprise", grade.enterpriseId()).bind("grade", issued.grade().name())
                .bind("year", issued.year()).bind("issuer", issued.issuer()).bind("documentRef", issued.documentRef())
                .bind("from", issued.validFromOn()).bind("to", issued.validToOn()).bind("at", Bound.at(grade.recordedAt()))
                .fetch().rowsUpdated().then();
    }

    Mono<Page<ProductivityGrade>> grades(Tx tx, UUID enterprise, @Nullable String cursor, int limit) {
        return tx.sql(GRADES).bind("enterprise", enterprise).bind("cursor", Bound.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlFiles::grade).all().collectList()
                .map(rows -> Page.cut(rows, limit, row -> row.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Evidence paper(Readable row) {
        return new Evidence(row.get("id", UUID.class), row.get("party_id", UUID.class),
                EvidenceKind.valueOf(row.get("kind", String.class)), row.get("number", String.class),
                row.get("issuer", String.class), row.get("issued_on", LocalDate.class), row.get("expires_on", LocalDate.class),
                row.get("document_ref", String.class), row.get("recorded_at", Instant.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static EvidenceExpiry expiry(Readable row) {
        PartyName party = new PartyName(row.get("party_id", UUID.class), PartyKind.valueOf(row.get("party_kind", String.class)),
                row.get("party_code", String.class), row.get("party_name", String.class));
        return new EvidenceExpiry(party, paper(row));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static ProductivityGrade grade(Readable row) {
        return new ProductivityGrade(row.get("id", UUID.class), row.get("enterprise_id", UUID.class),
                new ProductivityGrade.Issued(ProductivityGrade.Letter.valueOf(row.get("grade", String.class)),
                        row.get("year", Integer.class), row.get("issuer", String.class), row.get("document_ref", String.class),
                        row.get("valid_from_on", LocalDate.class), row.get("valid_to_on", LocalDate.class)),
                row.get("recorded_at", Instant.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static DeliveryPoint place(Readable row) {
        return new DeliveryPoint(row.get("id", UUID.class), row.get("enterprise_id", UUID.class), row.get("code", String.class),
                row.get("name", String.class), row.get("address", String.class), row.get("zone_code", String.class),
                row.get("rail_head_metres", Integer.class), row.get("active", Boolean.class));
    }
}
