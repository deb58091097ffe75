package org.jucai.platform.award.decisions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened to a version of an award, or to an objection to it. */
sealed interface AwardEvent {

    record AwardProposed(int number, UUID runId, Award.Decided decision) implements AwardEvent {}

    record AwardNoticed(int number) implements AwardEvent {}

    record AwardMadeFinal(int number) implements AwardEvent {}

    record AwardVersionRevoked(int number, String reason) implements AwardEvent {}

    record WinnerExcluded(int number, UUID supplierId, List<UUID> lotIds, String reason) implements AwardEvent {}

    record ObjectionRaised(int number, UUID partyId, Optional<UUID> lotId, String grounds) implements AwardEvent {}

    record ObjectionAnswered(int number, boolean upheld, String reasons) implements AwardEvent {}
}
