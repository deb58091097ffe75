package org.jucai.platform.contracts.deliveries;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.CalledItem;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.contracts.spi.RecallGate;
import org.jucai.platform.kernel.Kilograms;

/**
 * One truck's goods for one item of a contract.
 *
 * @param code what people call it by
 * @param of whose contract's item it is
 * @param settled what the tickets came to; empty before
 * @param arrivedAt by the server's clock
 * @param passedBy the number of the report by which it left quarantine
 * @param said why it was cancelled, refused or returned
 */
public record Delivery(UUID id, String code, Item of, Agreed agreed, Concerned concerned, Planned planned, DeliveryStatus status, long version,
        Optional<Notice> notice, Optional<Instant> arrivedAt, Optional<Kilograms> settled, Optional<String> passedBy, Optional<String> said) {

    /** The stream of its events. */
    public static final String STREAM = "delivery";

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** The contract's item, and the association of its round, whose calendar of control periods counts. */
    public record Item(UUID contractId, UUID itemId, UUID roundId, UUID associationId) {}

    /**
     * What the contract said when it was planned.
     *
     * @param zone whose control periods concern it
     * @param differencePermille how far both tickets may differ 磅差
     */
    public record Agreed(String grade, String size, String packing, String zone, String place, LocalDate fromOn, LocalDate toOn, DeliveryTerms.Ticket ticket,
            int differencePermille) {}

    /**
     * What was planned.
     *
     * @param on the day on which it is wanted
     * @param tripId the truck that several share; empty where it has one to itself
     */
    public record Planned(Kilograms mass, LocalDate on, Optional<UUID> tripId) {}

    /**
     * What the supplier says of a truck on its way 发货通知.
     *
     * @param expectedAt when it should be at the gate, as the supplier says
     */
    public record Notice(String plate, String driver, String phone, Kilograms loaded, Instant expectedAt, Instant notifiedAt) {}

    /** What counts against its contract's item: what was settled, before that what was planned; nothing where nothing came or stayed. */
    public Kilograms calledOff() {
        boolean nothing = status == DeliveryStatus.CANCELLED || status == DeliveryStatus.REFUSED || status == DeliveryStatus.RETURNED;
        return nothing ? Kilograms.ZERO : settled.orElse(planned.mass());
    }

    /** What a recall may be of. @param called its item */
    public RecallGate.Goods goods(CalledItem called) {
        return new RecallGate.Goods(id, called.item().lotId(), Optional.ofNullable(called.item().goods().source()), concerned.sellerId(), of.associationId(), called.groupId(),
                arrivedAt.map(at -> at.atZone(BEIJING).toLocalDate()));
    }

    Delivery next(DeliveryStatus to) {
        return new Delivery(id, code, of, agreed, concerned, planned, to, version + 1, notice, arrivedAt, settled, passedBy, said);
    }

    Delivery noticed(Notice as) {
        return new Delivery(id, code, of, agreed, concerned, planned, DeliveryStatus.NOTIFIED, version + 1, Optional.of(as), arrivedAt, settled, passedBy, said);
    }

    Delivery arrived(Instant at) {
        return new Delivery(id, code, of, agreed, concerned, planned, DeliveryStatus.ARRIVED, version + 1, notice, Optional.of(at), settled, passedBy, said);
    }

    Delivery weighed(Kilograms mass) {
        return new Delivery(id, code, of, agreed, concerned, planned, DeliveryStatus.WEIGHED, version + 1, notice, arrivedAt, Optional.of(mass), passedBy, said);
    }

    Delivery passed(DeliveryStatus to, String report) {
        return new Delivery(id, code, of, agreed, concerned, planned, to, version + 1, notice, arrivedAt, settled, Optional.of(report), said);
    }

    Delivery ended(DeliveryStatus to, String why) {
        return new Delivery(id, code, of, agreed, concerned, planned, to, version + 1, notice, arrivedAt, settled, passedBy, Optional.of(why));
    }
}
