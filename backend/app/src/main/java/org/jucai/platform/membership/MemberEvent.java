package org.jucai.platform.membership;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a party, as it stands in the journal; names of types and fields are kept for ever. */
public sealed interface MemberEvent {

    /** @param usccVerdict what the check of the credit code said; absent where there is no code */
    record PartyRegistered(
            String kind, String code, String nameZh, @Nullable String uscc, @Nullable String usccVerdict,
            @Nullable String usccOverrideReason) implements MemberEvent {}

    /** @param fields names of the fields that changed */
    record PartyChanged(
            List<String> fields, @Nullable String usccVerdict, @Nullable String usccOverrideReason) implements MemberEvent {}

    record MemberApplied(UUID associationId, String reason) implements MemberEvent {}

    record MemberAdmitted(UUID associationId, String reason) implements MemberEvent {}

    record MemberSuspended(UUID associationId, String reason) implements MemberEvent {}

    record MemberReinstated(UUID associationId, String reason) implements MemberEvent {}

    record MemberLeft(UUID associationId, String reason) implements MemberEvent {}

    record EvidenceFiled(UUID evidenceId, Evidence.Paper paper) implements MemberEvent {}

    record DeliveryPointAdded(UUID deliveryPointId, DeliveryPoint.Place place) implements MemberEvent {}

    record DeliveryPointRetired(UUID deliveryPointId, String reason) implements MemberEvent {}

    record ProductivityGradeRecorded(UUID gradeId, ProductivityGrade.Issued issued) implements MemberEvent {}

    /** @param size LARGE, MEDIUM, SMALL or MICRO by its own word */
    record SupplierSizeStated(UUID sizeId, String size, String trade, int year, int workers, long revenueFen) implements MemberEvent {}

    record SupplierSizeConfirmed(UUID sizeId, UUID associationId, String reason) implements MemberEvent {}

    record SupplierSizeRefused(UUID sizeId, UUID associationId, String reason) implements MemberEvent {}

    record PartiesConnected(UUID onePartyId, UUID otherPartyId, String reason, String evidence) implements MemberEvent {}
}
