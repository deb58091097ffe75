package org.jucai.platform.rounds.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.membership.RollBoard;
import org.jucai.platform.membership.RollEntry;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.workbook.DeliveryPeriod;
import org.jucai.platform.rounds.workbook.Setting;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What workbooks of a round are read against. */
@Component
class Settings {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final RollBoard roll;
    private final CatalogueBoard catalogue;

    Settings(RollBoard roll, CatalogueBoard catalogue) {
        this.roll = roll;
        this.catalogue = catalogue;
    }

    /** The members as lists name them, and what follows for reading. */
    record Read(List<RollEntry> roll, Setting setting) {}

    /** The members of an association by the code workbooks name them by. */
    Mono<Map<String, RollEntry>> roll(UUID associationId) {
        return roll.enterprisesOf(associationId).map(all -> all.stream().collect(Collectors.toMap(RollEntry::code, entry -> entry)));
    }

    Mono<Read> of(Round round, Optional<UUID> owner, Instant now) {
        return Mono.zip(roll.enterprisesOf(round.associationId()), catalogue.current())
                .map(known -> new Read(known.getT1(), setting(round, known.getT1(), known.getT2(), owner, now)));
    }

    private static Setting setting(Round round, List<RollEntry> roll, Catalogue catalogue, Optional<UUID> owner, Instant now) {
        DateWindow period = round.terms().deliveryPeriod();
        LocalDate today = LocalDate.ofInstant(now, BEIJING);
        Setting setting = Setting.of(new Known(roll, catalogue.names(), owner), new DeliveryPeriod(period.fromOn(), period.toOn()), today);
        return roll.stream().filter(entry -> owner.isPresent() && owner.get().equals(entry.id())).findFirst()
                .map(entry -> setting.ownedBy(Known.enterprise(entry, owner)))
                .orElse(setting);
    }
}
