package org.jucai.platform.rounds.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.Profile;
import org.jucai.platform.rounds.RoundTerms;
import org.jucai.spec.model.DeliveryZone;
import org.jucai.spec.model.DeliveryZonePage;
import org.jucai.spec.model.Mode;
import org.jucai.spec.model.ViableMass;

/** A round's terms as they are sent, and as they are shown. */
final class TermsForms {

    private TermsForms() {}

    static RoundTerms read(org.jucai.spec.model.RoundTerms form) {
        Profile profile = Profile.valueOf(form.getProfile().name());
        return new RoundTerms(
                form.getTitle().strip(),
                profile,
                RoundTerms.Mode.valueOf(form.getMode().name()),
                form.getGrades().stream().distinct().toList(),
                form.getCollectingOpensAt(),
                form.getCollectingEndsAt(),
                window(form.getDeliveryPeriod()),
                form.getDeliveryZones().stream().map(zone -> new RoundTerms.Zone(zone.getCode(), zone.getName())).toList(),
                orEmpty(form.getDeliveryWindows()).stream().map(TermsForms::window).toList(),
                new Kilograms(form.getViableKg()),
                viable(orEmpty(form.getViableKgByGrade())),
                orEmpty(form.getVolumeStepsKg()).stream().map(Kilograms::new).toList(),
                form.getAnonymityK(),
                form.getDepositRateBp(),
                Optional.ofNullable(form.getMinimumOffersPerLot()).orElse(profile.leastOffers()),
                Optional.ofNullable(form.getPublicityWorkingDays()).orElse(profile.leastPublicityDays()));
    }

    private static Map<String, Kilograms> viable(List<ViableMass> masses) {
        return masses.stream().collect(Collectors.toMap(ViableMass::getGrade, mass -> new Kilograms(mass.getViableKg()), (first, second) -> second));
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static DateWindow window(org.jucai.spec.model.DateWindow form) {
        return new DateWindow(form.getFromOn(), form.getToOn());
    }

    static org.jucai.spec.model.RoundTerms show(RoundTerms terms) {
        org.jucai.spec.model.RoundTerms form = new org.jucai.spec.model.RoundTerms();
        form.setTitle(terms.title());
        form.setProfile(org.jucai.spec.model.Profile.valueOf(terms.profile().name()));
        form.setMode(Mode.valueOf(terms.mode().name()));
        form.setGrades(terms.grades());
        form.setCollectingOpensAt(terms.collectingOpensAt());
        form.setCollectingEndsAt(terms.collectingEndsAt());
        form.setDeliveryPeriod(show(terms.deliveryPeriod()));
        form.setDeliveryZones(zones(terms.deliveryZones()));
        form.setDeliveryWindows(terms.deliveryWindows().stream().map(TermsForms::show).toList());
        form.setViableKg(terms.viable().kg());
        form.setViableKgByGrade(terms.viableByGrade().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new ViableMass(entry.getKey(), entry.getValue().kg())).toList());
        form.setVolumeStepsKg(terms.volumeSteps().stream().map(Kilograms::kg).toList());
        form.setAnonymityK(terms.anonymityK());
        form.setDepositRateBp(terms.depositRateBp());
        form.setMinimumOffersPerLot(terms.minimumOffersPerLot());
        form.setPublicityWorkingDays(terms.publicityWorkingDays());
        return form;
    }

    static DeliveryZonePage show(Page<RoundTerms.Zone> page) {
        DeliveryZonePage view = new DeliveryZonePage(zones(page.items()));
        view.setNextCursor(page.nextCursor());
        return view;
    }

    private static List<DeliveryZone> zones(List<RoundTerms.Zone> zones) {
        return zones.stream().map(zone -> new DeliveryZone(zone.code(), zone.name())).toList();
    }

    private static org.jucai.spec.model.DateWindow show(DateWindow window) {
        return new org.jucai.spec.model.DateWindow(window.fromOn(), window.toOn());
    }
}
