package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jucai.local.DemoChapter;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryStatus;
import org.jucai.platform.recovery.Recall;
import org.jucai.platform.recovery.RecallDesk;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Goods of the round that is over: a recall of long ago that was unfounded, and one of these days that a member has not answered yet. */
@Component
@Order(29)
class RecoveryChapter implements DemoChapter {

    private final RecallSteps steps;
    private final Cast cast;
    private final DemoDays days;

    RecoveryChapter(RecallSteps steps, Cast cast, DemoDays days) {
        this.steps = steps;
        this.cast = cast;
        this.days = days;
    }

    @Override
    public String key() {
        return "recovery";
    }

    @Override
    public String title() {
        return "召回 Recalls";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        return steps.came(cast.roundThatIsOver()).flatMap(trucks -> unfounded(trucks.stream().filter(truck -> truck.status() == DeliveryStatus.AT_MEMBER).findFirst().orElseThrow())
                .then(Mono.defer(() -> underWay(ofOneSupplier(trucks)))).then());
    }

    /** Of the supplier whose goods reached most members. */
    private List<Delivery> ofOneSupplier(List<Delivery> trucks) {
        return trucks.stream().collect(Collectors.groupingBy(truck -> truck.concerned().sellerId())).values().stream()
                .max(Comparator.comparing((List<Delivery> of) -> of.stream().map(truck -> truck.concerned().memberId()).distinct().count())
                        .thenComparing(of -> cast.code(of.getFirst().concerned().sellerId()), Comparator.reverseOrder())).orElseThrow();
    }

    private Mono<Recall> unfounded(Delivery truck) {
        Instant when = truck.arrivedAt().orElseThrow().plus(Duration.ofDays(12));
        return steps.ofTruck(truck, when, new RecallDesk.Said("出厂留样复检氧化铁偏高，疑混装", "请停用并单独存放，等待复检"))
                .flatMap(recall -> steps.answered(recall, when.plus(Duration.ofHours(6)), Set.of(), List.of(new RecallSteps.Answer(Recall.Handling.KEPT_APART, "已停用，单独存放"))))
                .flatMap(recall -> steps.lifted(recall, cast.person(Person.SECOND_PAIR_OF_EYES), when.plus(Duration.ofDays(4)), "双方共同取样复检合格，解除召回"));
    }

    /** Who does not answer is somebody whom visitors play, where they are concerned. */
    private Mono<Recall> underWay(List<Delivery> trucks) {
        Instant when = days.now().minus(Duration.ofHours(44));
        return steps.ofDays(trucks.getFirst().concerned().sellerId(), day(trucks.getFirst()), day(trucks.getLast()), when,
                        new RecallDesk.Said("下游窑口反映掉块，抽检体积密度低于牌号下限", "未用完的请停用、单独存放并回复数量；已用的请注明使用部位"))
                .flatMap(recall -> steps.answered(recall, when.plus(Duration.ofHours(3)), Set.of(silent(recall)), List.of(new RecallSteps.Answer(Recall.Handling.PARTLY_USED, "已用约三分之二，余料单独存放"),
                        new RecallSteps.Answer(Recall.Handling.NONE_LEFT, "该批已全部用完"), new RecallSteps.Answer(Recall.Handling.KEPT_APART, "未动用，已围挡"))));
    }

    private static LocalDate day(Delivery truck) {
        return LocalDate.ofInstant(truck.arrivedAt().orElseThrow(), DemoDays.BEIJING);
    }

    private UUID silent(Recall recall) {
        List<UUID> members = recall.concerns().stream().map(Recall.Concern::partyId).filter(party -> cast.code(party).startsWith("E")).toList();
        return members.stream().filter(party -> Person.BUYERS.contains(cast.code(party))).findFirst().orElse(members.getFirst());
    }
}
