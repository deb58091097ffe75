package org.jucai.platform.bidding.opening;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Opening;
import org.jucai.platform.bidding.envelope.Outcome;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.envelope.SealingRecord;

/**
 * An envelope that two trustees have released shares of, with what they said.
 *
 * @param sections that are asked for, with their {@code lots}
 * @param record what the supplier showed of what it had sealed, where it did
 */
record SealedWork(UUID roundId, int call, UUID supplierId, UUID associationId, List<UUID> watchers, long steps, OpeningPhase phase,
        List<Integer> trustees, List<String> releases, byte[] envelope, List<Integer> sections, List<String> lots,
        Optional<String> record) {

    SealedWork {
        watchers = List.copyOf(watchers);
        trustees = List.copyOf(trustees);
        releases = List.copyOf(releases);
        sections = List.copyOf(sections);
        lots = List.copyOf(lots);
    }

    UUID stream() {
        return RoundOpening.named("opening of " + roundId + ":" + call + " of " + supplierId);
    }

    /** Takes its time: some tenths of a millisecond for each section. */
    List<Unsealed> unsealed() {
        Envelope read = Envelope.read(envelope);
        List<Release> said = releases.stream().map(json -> Release.read(json.getBytes(StandardCharsets.UTF_8), read)).toList();
        if (record.isPresent()) return shown(read, said, SealingRecord.read(record.get().getBytes(StandardCharsets.UTF_8)));
        if (phase == OpeningPhase.HEADERS) return List.of(Unsealed.header(read, said));
        List<Unsealed> all = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) all.add(Unsealed.section(read, sections.get(i), lots.get(i), said));
        return all;
    }

    /** Only what the record proves. */
    private List<Unsealed> shown(Envelope read, List<Release> said, SealingRecord shown) {
        if (phase == OpeningPhase.HEADERS) {
            return Opening.byRecord(read, 0, said, shown).map(outcome -> Unsealed.of(0, outcome, Unsealed.header(read))).stream().toList();
        }
        List<Unsealed> all = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            int section = sections.get(i);
            String lot = lots.get(i);
            Unsealed asSaid = Unsealed.section(read, section, lot, said);
            Optional<Outcome> proved = asSaid.state() == SealState.DISPUTED ? Opening.byRecord(read, section, said, shown) : Optional.empty();
            all.add(proved.map(outcome -> Unsealed.of(section, outcome, Unsealed.lot(lot))).orElse(asSaid));
        }
        return all;
    }
}
