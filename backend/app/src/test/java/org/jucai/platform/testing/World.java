package org.jucai.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.membership.DeliveryPoint;
import org.jucai.platform.membership.FileDesk;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.membership.PeopleDesk;
import org.jucai.platform.membership.Person;
import org.jucai.platform.rounds.RoundTicks;
import org.jucai.platform.rounds.pool.PoolTicks;
import org.jucai.platform.security.TokenDesk;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Associations with their secretariats, enterprises admitted with papers and delivery points, buyers with tokens; made by
 * the real desks. The clock only moves forward.
 */
@TestComponent
@Import({Founded.class, RoundTicks.class, PoolTicks.class})
public class World {

    public static final String BEST = "GL-85A";
    public static final String SECOND = "GL-80";
    public static final List<String> ZONES = List.of("XM-A", "XM-B", "XM-C");

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Set<String> SCOPES = Set.of("demand:read", "demand:write", "rounds:read", "rounds:write", "events:read", "bid:read", "bid:write", "contracts:read", "contracts:write", "inspection:read", "inspection:write", "finance:read", "finance:write", "catalogue:read", "membership:read", "membership:write");

    private final Platform platform;
    private final Founded founded;
    private final FileDesk files;
    private final PeopleDesk people;
    private final TokenDesk tokens;
    private final Database database;
    private final TestClock clock;
    private final RoundTicks rounds;
    private final PoolTicks pools;

    World(Platform platform, Founded founded, FileDesk files, PeopleDesk people, TokenDesk tokens, Database database, TestClock clock,
            RoundTicks rounds, PoolTicks pools) {
        this.platform = platform;
        this.founded = founded;
        this.files = files;
        this.people = people;
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
        this.rounds = rounds;
        this.pools = pools;
    }

    /** An association and those it admitted. */
    public record Association(Actor actor, Client secretariat, List<Client> buyers) {

        public UUID id() {
            return actor.partyId();
        }

        public Client buyerOf(int enterprise) {
            return buyers.get(enterprise);
        }
    }

    /** A new association with so many members; the i-th receives in zone i modulo three. */
    public Association association(int enterprises) {
        Actor actor = founded.association();
        Client secretariat = person(founded.platform(), actor.partyId(), PartyKind.ASSOCIATION, Role.SECRETARIAT, Role.ASSOCIATION_ADMIN)
                .block(Duration.ofMinutes(2));
        List<Client> buyers = Flux.range(0, enterprises)
                .flatMapSequential(i -> Mono.fromCallable(() -> member(actor, i)).subscribeOn(Schedulers.boundedElastic()), 6)
                .collectList().block(Duration.ofMinutes(2));
        return new Association(actor, secretariat, new ArrayList<>(buyers));
    }

    /** One more member of an association. */
    public Client member(Actor association, int place) {
        UUID enterprise = founded.member(association).party().id();
        DeliveryPoint.Place point = new DeliveryPoint.Place(Founded.code("DP"), "料场", null, ZONES.get(place % ZONES.size()), 12_900);
        founded.as(association, asking -> files.add(asking, enterprise, point));
        return person(association, enterprise, PartyKind.ENTERPRISE, Role.MEMBER_BUYER, Role.MEMBER_ADMIN).block(Duration.ofMinutes(2));
    }

    /** A supplier listed by an association. */
    public Client supplier(Actor association) {
        UUID supplier = founded.supplier(association).party().id();
        return person(association, supplier, PartyKind.SUPPLIER, Role.SUPPLIER_SELLER, Role.SUPPLIER_ADMIN).block(Duration.ofMinutes(2));
    }

    /** One more of the association's secretariat. */
    public Client colleague(Association of) {
        return person(of.actor(), of.id(), PartyKind.ASSOCIATION, Role.SECRETARIAT).block(Duration.ofMinutes(2));
    }

    /** Somebody who sells for a supplier that is there. */
    public Client seller(Actor association, UUID supplier) {
        return person(association, supplier, PartyKind.SUPPLIER, Role.SUPPLIER_SELLER, Role.SUPPLIER_ADMIN).block(Duration.ofMinutes(2));
    }

    /** One more who sells for a supplier, taken in by its own administrator. */
    public Client alsoSells(Client administrator) {
        Actor own = new Actor(administrator.person(), administrator.party(), PartyKind.SUPPLIER, Set.of(Role.SUPPLIER_SELLER, Role.SUPPLIER_ADMIN), Set.of(),
                Actor.Entry.SESSION, false);
        return person(own, administrator.party(), PartyKind.SUPPLIER, Role.SUPPLIER_SELLER).block(Duration.ofMinutes(2));
    }

    /** Somebody of a new party that no association admits. */
    public Client other(PartyKind kind, Role... roles) {
        return person(founded.platform(), founded.other(kind), kind, roles).block(Duration.ofMinutes(2));
    }

    /** One more of a laboratory. */
    public Client technician(UUID laboratory) {
        return person(founded.platform(), laboratory, PartyKind.LABORATORY, Role.LABORATORY_TECHNICIAN).block(Duration.ofMinutes(2));
    }

    private Mono<Client> person(Actor by, UUID party, PartyKind kind, Role... roles) {
        PeopleDesk.Newcomer newcomer = new PeopleDesk.Newcomer(party, "样例", Founded.account(), Founded.phone(), Set.of(roles), null);
        Person person = founded.as(by, asking -> people.add(asking, newcomer));
        Actor actor = new Actor(person.id(), party, kind, Set.of(roles), Set.of(), Actor.Entry.SESSION, false);
        String secret = tokens.newSecret();
        Instant now = clock.instant();
        return database.write(Scope.of(actor), tx -> tokens.create(tx, actor,
                        new TokenDesk.Wanted("a machine", SCOPES, now.plus(Duration.ofDays(300))), secret, now))
                .thenReturn(new Client(platform.nobody(), party, person.id(), secret));
    }

    /** Somebody without a token. */
    public Client nobody() {
        return new Client(platform.nobody(), new UUID(0, 0), new UUID(0, 0), "");
    }

    public Instant now() {
        return clock.instant();
    }

    /** Time passes, deadlines are kept, and what is due is published. */
    public void timePasses(Duration by) {
        clock.advance(by);
        rounds.deadlines();
        pools.publish();
    }

    /** Moves the clock only: the deadlines are left to the beat of the running application. */
    public void clockMoves(Duration by) {
        clock.advance(by);
    }

    public void deadlinesAreKept() {
        rounds.deadlines();
    }

    public void poolIsPublished() {
        pools.publish();
    }

    public void poolIsFolded() {
        pools.fold();
    }

    /** Terms of a round that opens in an hour and collects for a week; deliveries in the two months after next. */
    public Map<String, Object> terms() {
        Instant opens = clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("title", "联合采购");
        terms.put("grades", List.of(BEST, SECOND));
        terms.put("collectingOpensAt", opens.toString());
        terms.put("collectingEndsAt", opens.plus(7, ChronoUnit.DAYS).toString());
        terms.put("deliveryPeriod", window(deliveryStart(), deliveryStart().plusMonths(2).minusDays(1)));
        terms.put("deliveryWindows", List.of(window(deliveryStart(), deliveryStart().plusMonths(1).minusDays(1)),
                window(deliveryStart().plusMonths(1), deliveryStart().plusMonths(2).minusDays(1))));
        terms.put("deliveryZones", ZONES.stream().map(zone -> Map.of("code", zone, "name", zone)).toList());
        terms.put("viableKg", 500_000);
        return terms;
    }

    private static Map<String, String> window(LocalDate from, LocalDate to) {
        return Map.of("fromOn", from.toString(), "toOn", to.toString());
    }

    /** First day of the delivery period of rounds drafted now. */
    public LocalDate deliveryStart() {
        return clock.instant().atZone(BEIJING).toLocalDate().withDayOfMonth(1).plusMonths(2);
    }

    public UUID draftedRound(Association association) {
        return association.secretariat().does("/api/rounds", terms()).id();
    }

    /** A round that collects now, for a week. */
    public UUID collectingRound(Association association) {
        UUID round = draftedRound(association);
        association.secretariat().does("/api/rounds/" + round + "/announce", null).ok();
        association.secretariat().does("/api/rounds/" + round + "/open", Map.of("reason", "提前开始")).ok();
        return round;
    }

    /** A line for the first month of the period. */
    public Map<String, Object> line(String grade, long tonnes) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("acceptedGrades", List.of(grade));
        line.put("targetKg", tonnes * 1_000);
        line.put("deliveryFromOn", deliveryStart().toString());
        line.put("deliveryToOn", deliveryStart().plusDays(19).toString());
        return line;
    }
}
