package org.jucai.platform.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.ContractText;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.weighing.Side;
import org.jucai.platform.contracts.weighing.WeighTicket;
import org.jucai.platform.inspection.Batch;
import org.jucai.platform.inspection.Found;
import org.jucai.platform.journal.RecordedEvent;

/** Puts together the goods' way from what the reader may read of contract, delivery, tickets and batch. Pure. */
final class Journey {

    /** What a delivery's records are called on the way; the others, such as a ticket's entry, have a step of their own. */
    private static final Map<String, TraceStep.Kind> OF_DELIVERY = Map.ofEntries(
            Map.entry("DeliveryPlanned", TraceStep.Kind.PLANNED), Map.entry("DeliveryNotified", TraceStep.Kind.NOTIFIED), Map.entry("DeliveryArrived", TraceStep.Kind.ARRIVED),
            Map.entry("DeliveryChecked", TraceStep.Kind.CHECKED), Map.entry("DeliveryWeighed", TraceStep.Kind.SETTLED), Map.entry("DeliveryUnloaded", TraceStep.Kind.UNLOADED),
            Map.entry("DeliveryPassed", TraceStep.Kind.PASSED), Map.entry("DeliveryReleased", TraceStep.Kind.RELEASED), Map.entry("DeliveryCancelled", TraceStep.Kind.CANCELLED),
            Map.entry("DeliveryRefused", TraceStep.Kind.REFUSED), Map.entry("DeliveryReturned", TraceStep.Kind.RETURNED));

    private static final Map<String, TraceStep.Kind> OF_BATCH = Map.of("BatchFormed", TraceStep.Kind.BATCHED, "SamplesDrawn", TraceStep.Kind.SAMPLED,
            "ResultFinal", TraceStep.Kind.TESTED, "QualityDecided", TraceStep.Kind.JUDGED);

    private final List<TraceStep> steps = new ArrayList<>();

    Journey bought(ContractBoard.Origin origin) {
        ContractItem item = origin.item();
        steps.add(new TraceStep(TraceStep.Kind.SOURCE, Optional.empty(), Optional.of(item.supplierId()),
                new TraceStep.Facts(0, Optional.of(item.goods().grade()), Optional.ofNullable(item.goods().source()), Optional.empty(), Map.of()), List.of()));
        origin.contracts().stream().findFirst().ifPresent(contract -> steps.add(new TraceStep(TraceStep.Kind.AWARDED, Optional.empty(), Optional.empty(),
                TraceStep.Facts.NONE.of(contract.roundCode()).saying(item.lotCode()), List.of(award(contract)))));
        origin.contracts().forEach(contract -> steps.add(contracted(contract)));
        return this;
    }

    private static TraceStep.Proof award(Contract contract) {
        return new TraceStep.Proof(TraceStep.Proof.Of.AWARD, contract.roundCode() + " / " + contract.awardNumber(), Optional.empty(),
                Optional.of("/api/rounds/" + contract.roundId() + "/award/public-bundle"));
    }

    private static TraceStep contracted(Contract contract) {
        ContractText text = contract.text();
        Optional<Instant> signed = text.signatures().stream().map(ContractText.Signature::at).max(Comparator.naturalOrder());
        return new TraceStep(TraceStep.Kind.CONTRACTED, signed.or(() -> Optional.of(contract.statusSince())), Optional.of(contract.sellerId()),
                TraceStep.Facts.NONE.of(contract.code()),
                List.of(new TraceStep.Proof(TraceStep.Proof.Of.CONTRACT, contract.code() + " / " + text.number(), Optional.of(text.sha256()),
                        Optional.of("/api/contracts/" + contract.id() + "/text"))));
    }

    Journey delivered(DeliveryBoard.Shown shown, List<RecordedEvent> records) {
        Delivery delivery = shown.delivery();
        shown.tickets().forEach(ticket -> steps.add(weighed(ticket)));
        records.forEach(record -> Optional.ofNullable(OF_DELIVERY.get(record.type())).ifPresent(kind -> steps.add(
                new TraceStep(kind, Optional.of(record.at()), Optional.of(record.partyId()), facts(kind, delivery), List.of(proof(record))))));
        return this;
    }

    private static TraceStep weighed(WeighTicket ticket) {
        TraceStep.Kind kind = ticket.weighing().side() == Side.ORIGIN ? TraceStep.Kind.WEIGHED_ORIGIN : TraceStep.Kind.WEIGHED_DESTINATION;
        return new TraceStep(kind, Optional.of(ticket.enteredAt()), Optional.of(ticket.enteredBy()),
                new TraceStep.Facts(ticket.weighing().net().kg(), Optional.of(ticket.weighing().number()), Optional.of(ticket.weighing().bridge()), Optional.of(ticket), Map.of()),
                List.of(new TraceStep.Proof(TraceStep.Proof.Of.TICKET, ticket.weighing().bridge() + " / " + ticket.weighing().number(), Optional.of(Digests.of(ticket)), Optional.empty())));
    }

    private static TraceStep.Facts facts(TraceStep.Kind kind, Delivery delivery) {
        TraceStep.Facts none = TraceStep.Facts.NONE.of(delivery.code());
        return switch (kind) {
            case PLANNED -> none.mass(delivery.planned().mass().kg());
            case NOTIFIED -> delivery.notice().map(notice -> none.of(notice.plate()).mass(notice.loaded().kg())).orElse(none);
            case SETTLED -> delivery.settled().map(mass -> none.mass(mass.kg())).orElse(none);
            case PASSED -> delivery.passedBy().map(none::of).orElse(none);
            case CANCELLED, REFUSED, RETURNED -> delivery.said().map(none::saying).orElse(none);
            case UNLOADED -> none.saying(delivery.agreed().place());
            case ARRIVED, CHECKED, RELEASED -> none;
            case SOURCE, AWARDED, CONTRACTED, WEIGHED_ORIGIN, WEIGHED_DESTINATION, BATCHED, SAMPLED, TESTED, JUDGED -> throw new IllegalArgumentException("no step of a delivery: " + kind);
        };
    }

    /** The laboratory is not named: it does not know these goods, and need not be known. */
    Journey tested(Batch batch, List<RecordedEvent> records) {
        records.forEach(record -> Optional.ofNullable(OF_BATCH.get(record.type())).ifPresent(kind -> {
            Optional<UUID> by = kind == TraceStep.Kind.TESTED ? Optional.empty() : Optional.of(record.partyId());
            steps.add(new TraceStep(kind, Optional.of(record.at()), by, facts(kind, batch), List.of(proof(record))));
        }));
        return this;
    }

    private static TraceStep.Facts facts(TraceStep.Kind kind, Batch batch) {
        TraceStep.Facts none = TraceStep.Facts.NONE.of(batch.code());
        return switch (kind) {
            case TESTED -> batch.inspection().found().map(found -> new TraceStep.Facts(0, Optional.of(batch.code()), Optional.empty(), Optional.empty(), readings(found))).orElse(none);
            case JUDGED -> none.saying(batch.quality().name());
            default -> none;
        };
    }

    private static Map<String, Long> readings(Found found) {
        return found.dry().entrySet().stream().collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue));
    }

    private static TraceStep.Proof proof(RecordedEvent record) {
        return new TraceStep.Proof(TraceStep.Proof.Of.RECORD, record.stream() + " / " + record.version(), Optional.of(Digests.of(record)), Optional.empty());
    }

    /** By time, and what happened at one moment in the order in which goods go; where they come from first. */
    List<TraceStep> steps() {
        return steps.stream().sorted(Comparator.comparing((TraceStep step) -> step.at().orElse(Instant.MIN)).thenComparing(TraceStep::kind)).toList();
    }
}
