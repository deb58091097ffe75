package org.jucai.platform.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be asked of a round. {@code byClock}: the deadline itself asks, no person. */
public sealed interface RoundCommand {

    record Edit(RoundTerms terms) implements RoundCommand {}

    record Announce() implements RoundCommand {}

    record Open(Optional<String> reason, boolean byClock) implements RoundCommand {}

    record Extend(Instant collectingEndsAt, String reason) implements RoundCommand {}

    record Lock(Optional<String> reason, boolean byClock) implements RoundCommand {}

    record Pool() implements RoundCommand {}

    record Reopen(Instant endsAt, List<UUID> lotIds, String reason) implements RoundCommand {}

    record CloseGap() implements RoundCommand {}

    record Freeze() implements RoundCommand {}

    record Suspend(String reason) implements RoundCommand {}

    record Resume(Instant collectingEndsAt, String reason) implements RoundCommand {}

    record Cancel(String reason) implements RoundCommand {}
}
