package org.jucai.platform.bidding.opening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which offers are opened: those for lots with enough of them. A bundle is opened only if all of its lots are; what a bundle takes away is
 * missing elsewhere, so it is asked again until nothing changes. Only ever less is left, so the order of asking makes no difference. Pure.
 */
public final class LotsToOpen {

    /** Why an offer is never opened. */
    public enum Because { TOO_FEW_OFFERS, BUNDLE_NOT_WHOLE, LOT_NOT_TENDERED }

    /**
     * What a header lists.
     *
     * @param lots in the order of the sections, from section 1
     */
    record Listed(List<String> lots, List<List<String>> bundles) {
        Listed {
            lots = List.copyOf(lots);
            bundles = List.copyOf(bundles);
        }
    }

    private final Map<UUID, Listed> headers;
    private final Set<String> tendered;
    private final int least;
    private final Map<UUID, Map<String, Because>> shut = new HashMap<>();

    private LotsToOpen(Map<UUID, Listed> headers, Set<String> tendered, int least) {
        this.headers = headers;
        this.tendered = tendered;
        this.least = least;
    }

    /**
     * For each supplier, its offers that stay shut and why; all others are opened.
     *
     * @param least offers that a lot needs
     */
    static Map<UUID, Map<String, Because>> shut(Map<UUID, Listed> headers, Set<String> tendered, int least) {
        LotsToOpen lots = new LotsToOpen(headers, tendered, least);
        lots.shutWhatIsNotTendered();
        boolean more = true;
        while (more) more = lots.shutTooFew() | lots.shutBrokenBundles();
        return lots.shut;
    }

    private void shutWhatIsNotTendered() {
        headers.forEach((supplier, listed) -> listed.lots().stream().filter(lot -> !tendered.contains(lot))
                .forEach(lot -> shut(supplier, lot, Because.LOT_NOT_TENDERED)));
    }

    private boolean shutTooFew() {
        Map<String, List<UUID>> offers = new LinkedHashMap<>();
        headers.forEach((supplier, listed) -> listed.lots().stream().filter(lot -> isOpen(supplier, lot))
                .forEach(lot -> offers.computeIfAbsent(lot, _ -> new ArrayList<>()).add(supplier)));
        boolean changed = false;
        for (Map.Entry<String, List<UUID>> lot : offers.entrySet()) {
            if (lot.getValue().size() >= least) continue;
            for (UUID supplier : lot.getValue()) changed |= shut(supplier, lot.getKey(), Because.TOO_FEW_OFFERS);
        }
        return changed;
    }

    private boolean shutBrokenBundles() {
        boolean changed = false;
        for (Map.Entry<UUID, Listed> header : headers.entrySet()) {
            for (List<String> bundle : header.getValue().bundles()) {
                boolean whole = bundle.stream().allMatch(lot -> isOpen(header.getKey(), lot));
                if (!whole) for (String lot : new HashSet<>(bundle)) changed |= shut(header.getKey(), lot, Because.BUNDLE_NOT_WHOLE);
            }
        }
        return changed;
    }

    private boolean isOpen(UUID supplier, String lot) {
        return !shut.getOrDefault(supplier, Map.of()).containsKey(lot);
    }

    /** The first reason stays. */
    private boolean shut(UUID supplier, String lot, Because because) {
        return shut.computeIfAbsent(supplier, _ -> new HashMap<>()).putIfAbsent(lot, because) == null;
    }
}
