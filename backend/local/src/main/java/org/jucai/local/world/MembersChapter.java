package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.AdmissionCommand;
import org.jucai.platform.membership.Connection;
import org.jucai.platform.membership.DeliveryPoint;
import org.jucai.platform.membership.PartyDesk;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** 305 enterprises and 48 suppliers of the first association; each fifth enterprise is in the second as well. */
@Component
@Order(20)
class MembersChapter implements DemoChapter {

    private static final int TOGETHER = 50;
    private static final int AT_ONCE = 3;
    private static final String ADMITTED = "理事会审议通过";

    private final Desk desk;
    private final Cast cast;
    private final DemoDays days;
    private final SizeSteps sizes;

    MembersChapter(Desk desk, Cast cast, DemoDays days, SizeSteps sizes) {
        this.desk = desk;
        this.cast = cast;
        this.days = days;
        this.sizes = sizes;
    }

    @Override
    public String key() {
        return "members";
    }

    @Override
    public String title() {
        return "305 家企业和 48 家供应商 305 enterprises and 48 suppliers";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        Papers papers = new Papers(days.today());
        Actor first = cast.secretariat(Cast.FIRST);
        List<PartyDesk.Applicant> suppliers = Table.read("suppliers.csv").all().stream().map(row -> papers.supplier(row)).toList();
        List<Table.Row> enterprises = Table.read("enterprises.csv").all();
        return inBatches(enterprises, first, (asking, row) -> enterprise(asking, papers, row))
                .then(Mono.defer(() -> inBatches(suppliers, first, this::supplier)))
                .then(Mono.defer(() -> inBatches(cast.enterprises().stream().filter(Cast::inSecond).toList(),
                        cast.secretariat(Cast.SECOND), this::second)))
                .then(Mono.defer(() -> sizes.stated(suppliers.stream().map(MembersChapter::sized).toList(), later(120))))
                .then(Mono.defer(() -> desk.as(first, later(200), this::connect)));
    }

    private static SizeSteps.Supplier sized(PartyDesk.Applicant supplier) {
        return new SizeSteps.Supplier(supplier.code(), Objects.requireNonNull(supplier.data().supplierKind()));
    }

    /** What is done for one thing, in a transaction with others. */
    private interface Step<T> {
        Mono<Void> take(Asking asking, T one);
    }

    /** Each batch is begun on a thread of its own, or all would share the event loop of the first connection. */
    private <T> Mono<Void> inBatches(List<T> all, Actor actor, Step<T> step) {
        return Flux.fromIterable(all).buffer(TOGETHER).index()
                .flatMap(batch -> desk.as(actor, later(batch.getT1()), asking -> Flux.fromIterable(batch.getT2())
                        .concatMap(one -> step.take(asking, one)).then(Mono.just(batch))).subscribeOn(Schedulers.parallel()), AT_ONCE)
                .then();
    }

    private Instant later(long hours) {
        return days.founding().plus(Duration.ofHours(hours + 1));
    }

    private Mono<Void> enterprise(Asking asking, Papers papers, Table.Row row) {
        DeliveryPoint.Place place = new DeliveryPoint.Place(row.text("delivery_point_id"), row.text("delivery_point"),
                "新密市" + row.text("town"), Zones.of(row.text("town")), row.thousandths("km_to_rail_head"));
        return desk.parties().register(asking, papers.enterprise(row)).flatMap(file -> {
            cast.party(row.text("id"), file.party().id());
            return desk.admission().handle(asking, PartyKind.ENTERPRISE, file.party().id(), new AdmissionCommand.Admit(ADMITTED))
                    .then(Mono.defer(() -> desk.files().add(asking, file.party().id(), place)))
                    .then(Mono.defer(() -> desk.files().record(asking, file.party().id(), papers.grade(row))))
                    .then(Mono.defer(() -> desk.add(asking, cast, Person.buyer(row.text("id")))));
        });
    }

    private Mono<Void> supplier(Asking asking, PartyDesk.Applicant applicant) {
        return desk.parties().register(asking, applicant).flatMap(file -> {
            cast.party(applicant.code(), file.party().id());
            return desk.admission().handle(asking, PartyKind.SUPPLIER, file.party().id(), new AdmissionCommand.Admit(ADMITTED))
                    .then(Mono.defer(() -> desk.add(asking, cast, Person.seller(applicant.code()))));
        });
    }

    private Mono<Void> second(Asking asking, String enterprise) {
        return desk.admission().handle(asking, PartyKind.ENTERPRISE, cast.party(enterprise), new AdmissionCommand.Apply("申请加入"))
                .then(Mono.defer(() -> desk.admission().handle(
                        asking, PartyKind.ENTERPRISE, cast.party(enterprise), new AdmissionCommand.Admit(ADMITTED))))
                .then();
    }

    /** Parties that are not independent of each other. */
    private Mono<Void> connect(Asking asking) {
        LocalDate since = LocalDate.ofInstant(asking.at(), DemoDays.BEIJING).minusYears(2);
        Map<String, String> pairs = Map.of("E011", "E012", "E023", "S030", "S001", "S002");
        return Flux.fromIterable(pairs.entrySet()).sort(Map.Entry.comparingByKey())
                .concatMap(pair -> desk.files().connect(asking, cast.party(pair.getKey()), cast.party(pair.getValue()),
                        new Connection.Link(Connection.Why.COMMON_CONTROLLER, "样例：登记的同一实际控制人", since, null)))
                .then();
    }
}
