package org.jucai.platform.membership;

import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a party keeps to itself and its associations; written as a whole. */
@Component
class SqlDetails {

    private static final String ENTERPRISE = """
            insert into enterprise_detail (party_id, uscc_override_reason, kiln_types, capacity_kg_per_year,
                product_kg_per_year, workers, contact_name, contact_phone)
            values (:id, :reason, :kilns, :capacity, :product, :workers, :contactName, :contactPhone)
            on conflict (party_id) do update set uscc_override_reason = excluded.uscc_override_reason,
                kiln_types = excluded.kiln_types, capacity_kg_per_year = excluded.capacity_kg_per_year,
                product_kg_per_year = excluded.product_kg_per_year, workers = excluded.workers,
                contact_name = excluded.contact_name, contact_phone = excluded.contact_phone
            """;

    private static final String SUPPLIER = """
            insert into supplier_detail (party_id, uscc_override_reason, origin, materials, vat_rate_pct, transport,
                distance_km, contact_name, contact_phone)
            values (:id, :reason, :origin, :materials, :vat, :transport, :distance, :contactName, :contactPhone)
            on conflict (party_id) do update set uscc_override_reason = excluded.uscc_override_reason,
                origin = excluded.origin, materials = excluded.materials, vat_rate_pct = excluded.vat_rate_pct,
                transport = excluded.transport, distance_km = excluded.distance_km,
                contact_name = excluded.contact_name, contact_phone = excluded.contact_phone
            """;

    Mono<Void> put(Tx tx, UUID id, Details details) {
        return switch (details) {
            case Details.OfEnterprise enterprise -> put(tx, id, enterprise);
            case Details.OfSupplier supplier -> put(tx, id, supplier);
        };
    }

    private static Mono<Void> put(Tx tx, UUID id, Details.OfEnterprise details) {
        return tx.sql(ENTERPRISE)
                .bind("id", id)
                .bind("reason", Bound.maybe(details.usccOverrideReason(), String.class))
                .bind("kilns", Bound.names(details.kilnTypes()))
                .bind("capacity", Bound.maybe(details.capacityKgPerYear(), Long.class))
                .bind("product", Bound.maybe(details.productKgPerYear(), Long.class))
                .bind("workers", Bound.maybe(details.workers(), Integer.class))
                .bind("contactName", Bound.maybe(details.contactName(), String.class))
                .bind("contactPhone", Bound.maybe(details.contactPhone(), String.class))
                .fetch().rowsUpdated().then();
    }

    private static Mono<Void> put(Tx tx, UUID id, Details.OfSupplier details) {
        return tx.sql(SUPPLIER)
                .bind("id", id)
                .bind("reason", Bound.maybe(details.usccOverrideReason(), String.class))
                .bind("origin", Bound.maybe(details.origin(), String.class))
                .bind("materials", details.materials().toArray(String[]::new))
                .bind("vat", Bound.maybe(details.vatRatePct(), Integer.class))
                .bind("transport", Bound.name(details.transport()))
                .bind("distance", Bound.maybe(details.distanceKm(), Integer.class))
                .bind("contactName", Bound.maybe(details.contactName(), String.class))
                .bind("contactPhone", Bound.maybe(details.contactPhone(), String.class))
                .fetch().rowsUpdated().then();
    }
}
