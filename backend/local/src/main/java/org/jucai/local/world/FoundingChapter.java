package org.jucai.local.world;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.FoundingDesk;
import org.jucai.platform.membership.PartyData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The platform, two associations and everybody whom no association admits, with their people. */
@Component
@Order(10)
class FoundingChapter implements DemoChapter {

    private record Founded(PartyKind kind, String code, String nameZh, String nameEn) {}

    private static final List<Founded> PARTIES = List.of(
            new Founded(PartyKind.ASSOCIATION, Cast.FIRST, "新密样例耐火材料协会", "Xinmi Sample Refractories Association"),
            new Founded(PartyKind.ASSOCIATION, Cast.SECOND, "新密样例不定形耐材联合会", "Xinmi Sample Monolithics Union"),
            new Founded(PartyKind.FINANCE_GROUP, "F001", "新密样例供应链金融集团", "Xinmi Sample Supply Chain Finance"),
            new Founded(PartyKind.BANK, "B001", "样例银行新密支行", "Sample Bank, Xinmi"),
            new Founded(PartyKind.BANK, "B002", "样例银行郑州分行", "Sample Bank, Zhengzhou"),
            new Founded(PartyKind.LABORATORY, "L001", "样例耐火材料检测中心", "Sample Refractories Laboratory"),
            new Founded(PartyKind.LABORATORY, "L002", "样例省级质检院", "Sample Provincial Laboratory"),
            new Founded(PartyKind.WAREHOUSE, "W001", "超化样例监管仓", "Sample Warehouse, Chaohua"),
            new Founded(PartyKind.SUPERVISOR, "J001", "样例联合采购监督委员会", "Sample Supervisory Committee"),
            new Founded(PartyKind.REGULATOR, "G001", "样例行业主管部门", "Sample Regulator"),
            new Founded(PartyKind.AUDITOR, "U001", "样例会计师事务所", "Sample Auditors"));

    private final FoundingDesk founding;
    private final Desk desk;
    private final Cast cast;
    private final DemoDays days;

    FoundingChapter(FoundingDesk founding, Desk desk, Cast cast, DemoDays days) {
        this.founding = founding;
        this.desk = desk;
        this.cast = cast;
        this.days = days;
    }

    @Override
    public String key() {
        return "founding";
    }

    @Override
    public String title() {
        return "平台与两家协会 Platform and two associations";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        return founding.found(new FoundingDesk.Founder("聚采样例平台", Person.PLATFORM.name(), Person.PLATFORM.account(), Desk.phone(Person.PLATFORM.account()), Person.PASSWORD))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the platform was founded before")))
                .doOnNext(actor -> cast.person(Person.PLATFORM.account(), actor))
                .flatMap(platform -> desk.as(platform, days.founding(), asking -> register(asking).then(appoint(asking)).thenReturn(platform)))
                .thenMany(Flux.fromIterable(Person.SECRETARIES))
                .concatMap(this::secretary)
                .then();
    }

    private Mono<Void> register(Asking asking) {
        return Flux.fromIterable(PARTIES)
                .concatMap(one -> desk.parties()
                        .registerOther(asking, one.kind(), one.code(), new PartyData(one.nameZh(), one.nameEn(), null, null, "410183", null, null))
                        .doOnNext(file -> cast.party(one.code(), file.party().id())))
                .then();
    }

    private Mono<Void> appoint(Asking asking) {
        return Flux.concat(Flux.fromIterable(Person.HEADS), Flux.fromIterable(Person.OFFICERS))
                .concatMap(person -> desk.add(asking, cast, person)).then();
    }

    private Mono<Void> secretary(Person person) {
        Actor head = cast.person(person.party().equals(Cast.FIRST) ? "chief-1" : "chief-2");
        return desk.as(head, days.founding(), asking -> desk.add(asking, cast, person).thenReturn(person)).then();
    }
}
