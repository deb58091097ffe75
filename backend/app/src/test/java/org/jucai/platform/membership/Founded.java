package org.jucai.platform.membership;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.TestClock;
import org.springframework.boot.test.context.TestComponent;
import reactor.core.publisher.Mono;

/** An installation with a platform; associations, enterprises and people are made by the real desks. */
@TestComponent
public class Founded {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);
    private static final Duration LONG = Duration.ofSeconds(30);
    public static final LocalDate YEAR_END = LocalDate.of(2027, 12, 31);

    private final Database database;
    private final FoundingDesk founding;
    private final SqlParties parties;
    private final PartyDesk desk;
    private final AdmissionDesk admission;
    private final Ids ids;

    Founded(Database database, FoundingDesk founding, SqlParties parties, PartyDesk desk, AdmissionDesk admission, Ids ids) {
        this.database = database;
        this.founding = founding;
        this.parties = parties;
        this.desk = desk;
        this.admission = admission;
        this.ids = ids;
    }

    public static <T> @Nullable T now(Mono<T> work) {
        return work.block(LONG);
    }

    /** Does something in one transaction in the actor's name, at the time where the tests' clock starts. */
    public <T> T as(Actor actor, Function<Asking, Mono<T>> work) {
        T done = now(tried(actor, work));
        if (done == null) throw new AssertionError("nothing came of it");
        return done;
    }

    public <T> Mono<T> tried(Actor actor, Function<Asking, Mono<T>> work) {
        return database.write(Scope.of(actor), tx -> work.apply(new Asking(tx, actor, TestClock.START)));
    }

    public Actor platform() {
        now(founding.found(new FoundingDesk.Founder("聚采", "管理员", "founder", "13900000000", "a long pass phrase")));
        UUID platform = as(database, tx -> parties.directory(tx, new PartySearch(PartyKind.PLATFORM, null, null, null, null, 1)))
                .items().getFirst().party().id();
        return actor(platform, PartyKind.PLATFORM, Role.PLATFORM_ADMIN);
    }

    private static <T> T as(Database database, Function<org.jucai.platform.kernel.Tx, Mono<T>> work) {
        T read = now(database.read(Scope.background(), work));
        if (read == null) throw new AssertionError("nothing there");
        return read;
    }

    /** A new association, as its secretariat. */
    public Actor association() {
        PartyData data = new PartyData("耐火材料协会", null, null, null, "410183", null, null);
        PartyFile made = as(platform(), asking -> desk.registerOther(asking, PartyKind.ASSOCIATION, code("A"), data));
        return actor(made.party().id(), PartyKind.ASSOCIATION, Role.SECRETARIAT, Role.ASSOCIATION_ADMIN);
    }

    public PartyFile applicant(Actor association, @Nullable String uscc, @Nullable String reason, Evidence.Paper... papers) {
        PartyData data = new PartyData("样例耐材有限公司", null, uscc, reason, "410183105", Scale.ABOVE, null);
        Details details = new Details.OfEnterprise(List.of(OwnKilnType.TUNNEL), 471_022_000L, null, 120, "王样例", "13800000001", reason);
        return as(association, asking -> desk.register(asking, new PartyDesk.Applicant(code("E"), data, details, List.of(papers))));
    }

    public PartyFile member(Actor association) {
        PartyFile applicant = applicant(association, null, "测试企业没有代码", licence(), permit(YEAR_END));
        return as(association, asking ->
                admission.handle(asking, PartyKind.ENTERPRISE, applicant.party().id(), new AdmissionCommand.Admit("理事会通过")));
    }

    /** A supplier that an association has listed. */
    public PartyFile supplier(Actor association) {
        PartyData data = new PartyData("样例矿业有限公司", null, null, "测试供应商没有代码", "410183105", null, SupplierKind.TRADER);
        Details details = new Details.OfSupplier(null, List.of("GL-85A"), null, null, null, null, null, "测试供应商没有代码");
        PartyFile applicant = as(association, asking -> desk.register(asking, new PartyDesk.Applicant(code("S"), data, details, List.of(licence()))));
        return as(association, asking -> admission.handle(asking, PartyKind.SUPPLIER, applicant.party().id(), new AdmissionCommand.Admit("理事会通过")));
    }

    /** A party that no association admits. */
    public UUID other(PartyKind kind) {
        PartyData data = new PartyData("样例单位", null, null, null, "410183", null, null);
        return as(platform(), asking -> desk.registerOther(asking, kind, code("O"), data)).party().id();
    }

    public Actor actor(UUID party, PartyKind kind, Role... roles) {
        return new Actor(ids.next(), party, kind, Set.of(roles), Set.of(), Actor.Entry.SESSION, false);
    }

    public static Evidence.Paper licence() {
        return new Evidence.Paper(EvidenceKind.BUSINESS_LICENCE, "91", "市场监督管理局", LocalDate.of(2020, 5, 1), null, null);
    }

    public static Evidence.Paper permit(LocalDate until) {
        return new Evidence.Paper(EvidenceKind.ENVIRONMENTAL_PERMIT, "91-001V", "生态环境局", LocalDate.of(2024, 7, 1), until, null);
    }

    public static String code(String letter) {
        return letter + NEXT.incrementAndGet();
    }

    public static String phone() {
        return "1370000" + NEXT.incrementAndGet();
    }

    public static String account() {
        return "person-" + NEXT.incrementAndGet();
    }
}
