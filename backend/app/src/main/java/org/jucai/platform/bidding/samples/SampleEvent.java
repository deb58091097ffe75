package org.jucai.platform.bidding.samples;

import java.util.Optional;
import java.util.UUID;

/** What happened to a sample; its supplier, the association and its laboratory read it. */
sealed interface SampleEvent {

    record SampleRegistered(UUID roundId, UUID lotId, String code) implements SampleEvent {}

    record SampleReceived(Optional<String> remark) implements SampleEvent {}

    record SampleCancelled() implements SampleEvent {}
}
