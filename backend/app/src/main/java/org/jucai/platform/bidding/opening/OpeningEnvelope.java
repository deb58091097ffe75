package org.jucai.platform.bidding.opening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.offer.Faulty;

/**
 * An envelope in the opening room.
 *
 * @param position in the order of receipt, from 1; {@code logPosition} is that of its receipt
 * @param header what became of the header
 * @param faults why the header cannot be taken as it stands
 * @param deceit how the header is two-faced
 * @param asked how many sections are to be opened, and how many of them are {@code settled}, and how many {@code disputed}
 * @param headersBy numbers of the trustees that released the header's share, {@code sectionsBy} those of the sections
 * @param lies of trustees, of header and sections
 * @param leftBecause why what is disputed was left shut
 */
public record OpeningEnvelope(UUID supplierId, int position, long version, String sha256, Instant receivedAt, long logPosition, SealState header,
        List<Faulty> faults, Optional<String> deceit, int asked, int settled, int disputed, List<Integer> headersBy, List<Integer> sectionsBy, List<Lie> lies,
        Optional<String> leftBecause) {

    public OpeningEnvelope {
        faults = List.copyOf(faults);
        headersBy = List.copyOf(headersBy);
        sectionsBy = List.copyOf(sectionsBy);
        lies = List.copyOf(lies);
    }
}
