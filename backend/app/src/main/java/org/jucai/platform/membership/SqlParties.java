package org.jucai.platform.membership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The table of parties, and a party's whole file in one statement. */
@Component
class SqlParties {

    private static final String PARTY = """
            jsonb_build_object('id', p.id, 'kind', p.kind, 'code', p.code, 'nameZh', p.name_zh, 'nameEn', p.name_en,
                'uscc', p.uscc, 'areaCode', p.area_code, 'scale', p.scale, 'supplierKind', p.supplier_kind,
                'active', p.active, 'version', p.version)
            """;

    private static final String MEMBERSHIPS = """
            coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'associationId', m.association_id,
                    'associationNameZh', a.name_zh, 'memberId', m.member_id, 'state', m.state, 'appliedOn', m.applied_on,
                    'joinedOn', m.joined_on, 'leftOn', m.left_on) order by m.applied_on, m.id)
                from membership m join party a on a.id = m.association_id where m.member_id = p.id), '[]')
            """;

    private static final String FILE = """
            select jsonb_build_object('party', %s, 'open', may_read_file(p.id), 'memberships', %s,
                'enterprise', (select jsonb_build_object('kilnTypes', d.kiln_types, 'capacityKgPerYear', d.capacity_kg_per_year,
                        'productKgPerYear', d.product_kg_per_year, 'workers', d.workers, 'contactName', d.contact_name,
                        'contactPhone', d.contact_phone, 'usccOverrideReason', d.uscc_override_reason)
                    from enterprise_detail d where d.party_id = p.id),
                'supplier', (select jsonb_build_object('origin', d.origin, 'materials', d.materials, 'vatRatePct', d.vat_rate_pct,
                        'transport', d.transport, 'distanceKm', d.distance_km, 'contactName', d.contact_name,
                        'contactPhone', d.contact_phone, 'usccOverrideReason', d.uscc_override_reason)
                    from supplier_detail d where d.party_id = p.id),
                'papers', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'partyId', e.party_id, 'kind', e.kind,
                        'number', e.number, 'issuer', e.issuer, 'issuedOn', e.issued_on, 'expiresOn', e.expires_on,
                        'documentRef', e.document_ref, 'recordedAt', e.recorded_at))
                    from (select * from evidence where party_id = p.id order by id desc limit 200) e), '[]'),
                'deliveryPoints', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'enterpriseId', d.enterprise_id,
                        'code', d.code, 'name', d.name, 'address', d.address, 'zoneCode', d.zone_code,
                        'railHeadMetres', d.rail_head_metres, 'active', d.active) order by d.id)
                    from (select * from delivery_point where enterprise_id = p.id order by id limit 200) d), '[]'),
                'grade', (select jsonb_build_object('id', g.id, 'enterpriseId', g.enterprise_id, 'recordedAt', g.recorded_at,
                        'issued', jsonb_build_object('grade', g.grade, 'year', g.year, 'issuer', g.issuer,
                            'documentRef', g.document_ref, 'validFromOn', g.valid_from_on, 'validToOn', g.valid_to_on))
                    from productivity_grade g where g.enterprise_id = p.id order by g.valid_to_on desc, g.id desc limit 1))::text
            from party p where p.id = :id
            """.formatted(PARTY, MEMBERSHIPS);

    private static final String DIRECTORY = """
            select jsonb_build_object('party', %s, 'memberships', %s)::text
            from party p
            where (:kind = '' or p.kind = :kind)
              and p.code > :cursor
              and (:q = '' or position(upper(:q) in upper(concat_ws(' ', p.code, p.name_zh, p.name_en, p.uscc))) > 0)
              and (:size = '' or coalesce(p.scale, p.supplier_kind) = :size)
              and (:state = '' or :state = (select case when bool_or(m.state = 'ADMITTED') then 'ADMITTED'
                      when bool_or(m.state = 'SUSPENDED') then 'SUSPENDED'
                      when bool_and(m.state = 'LEFT') then 'LEFT' else 'APPLIED' end
                  from membership m where m.member_id = p.id))
            order by p.code
            limit :limit
            """.formatted(PARTY, MEMBERSHIPS);

    private static final String INSERT = """
            insert into party (id, kind, code, name_zh, name_en, uscc, area_code, scale, supplier_kind, version, registered_at)
            values (:id, :kind, :code, :nameZh, :nameEn, :uscc, :areaCode, :scale, :supplierKind, :version, :at)
            """;

    private static final String CHANGE = """
            update party set name_zh = :nameZh, name_en = :nameEn, uscc = :uscc, area_code = :areaCode, scale = :scale,
                supplier_kind = :supplierKind, version = version + 1
            where id = :id and version = :version
            """;

    private static final String MOVE = "update party set version = version + :by where id = :id and version = :version";

    private static final String ASSOCIATIONS = """
            select p.id, p.code, p.name_zh, p.name_en,
                   (select count(*) from membership m where m.association_id = p.id and m.state in ('ADMITTED', 'SUSPENDED')) as members
            from party p where p.kind = 'ASSOCIATION' and p.active and p.code > :cursor
            order by p.code limit :limit
            """;

    private static final String MEMBERS = """
            select p.id, p.kind, p.code, p.name_zh from membership m join party p on p.id = m.member_id
            where m.association_id = :association and m.state = 'ADMITTED' and p.kind = 'ENTERPRISE'
            order by p.code limit 10000
            """;

    private final JsonMapper json;

    SqlParties(JsonMapper json) {
        this.json = json;
    }

    Mono<PartyFile> file(Tx tx, UUID id) {
        return tx.sql(FILE).bind("id", id).mapValue(String.class).one().map(text -> json.readValue(text, PartyFile.class));
    }

    Mono<Page<PartyRow>> directory(Tx tx, PartySearch search) {
        return tx.sql(DIRECTORY)
                .bind("kind", search.kind() == null ? "" : search.kind().name())
                .bind("cursor", Bound.cursor(search.cursor()))
                .bind("q", search.q() == null ? "" : search.q().strip())
                .bind("size", search.size() == null ? "" : search.size())
                .bind("state", search.state() == null ? "" : search.state().name())
                .bind("limit", search.limit() + 1)
                .mapValue(String.class)
                .all()
                .map(text -> json.readValue(text, PartyRow.class))
                .collectList()
                .map(rows -> Page.cut(rows, search.limit(), row -> row.party().code()));
    }

    Mono<Void> insert(Tx tx, Party party, Instant at) {
        return data(tx.sql(INSERT), party)
                .bind("kind", party.kind().name())
                .bind("code", party.code())
                .bind("at", Bound.at(at))
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, Taken::by).then();
    }

    /** True where the party still was at its version. */
    Mono<Boolean> change(Tx tx, Party party) {
        return data(tx.sql(CHANGE), party)
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, Taken::by).map(rows -> rows == 1);
    }

    /** Raises the version by the number of events; true where the party still was at {@code version}. */
    Mono<Boolean> move(Tx tx, UUID id, long version, int by) {
        return tx.sql(MOVE).bind("id", id).bind("version", version).bind("by", by).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private static GenericExecuteSpec data(GenericExecuteSpec statement, Party party) {
        return statement
                .bind("id", party.id())
                .bind("nameZh", party.nameZh())
                .bind("nameEn", Bound.maybe(party.nameEn(), String.class))
                .bind("uscc", Bound.maybe(party.uscc(), String.class))
                .bind("areaCode", Bound.maybe(party.areaCode(), String.class))
                .bind("scale", Bound.name(party.scale()))
                .bind("supplierKind", Bound.name(party.supplierKind()))
                .bind("version", party.version());
    }

    Mono<List<AssociationRow>> associations(Tx tx, @Nullable String cursor, int limit) {
        return tx.sql(ASSOCIATIONS).bind("cursor", Bound.cursor(cursor)).bind("limit", limit)
                .map(SqlParties::association).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static AssociationRow association(io.r2dbc.spi.Readable row) {
        return new AssociationRow(row.get("id", UUID.class), row.get("code", String.class), row.get("name_zh", String.class),
                row.get("name_en", String.class), row.get("members", Long.class).intValue());
    }

    Mono<Boolean> exists(Tx tx, PartyKind kind) {
        return tx.sql("select exists (select 1 from party where kind = :kind)").bind("kind", kind.name()).mapValue(Boolean.class).one();
    }

    Mono<List<PartyName>> names(Tx tx, List<UUID> ids) {
        return tx.sql("select id, kind, code, name_zh from party where id = any(:ids) limit 10000")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(SqlParties::name).all().collectList();
    }

    Mono<List<PartyName>> members(Tx tx, UUID associationId) {
        return tx.sql(MEMBERS).bind("association", associationId).map(SqlParties::name).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static PartyName name(io.r2dbc.spi.Readable row) {
        return new PartyName(row.get("id", UUID.class), PartyKind.valueOf(row.get("kind", String.class)),
                row.get("code", String.class), row.get("name_zh", String.class));
    }
}
