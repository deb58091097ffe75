package org.jucai.platform.rounds.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.AdmissionCommand;
import org.jucai.platform.membership.AdmissionDesk;
import org.jucai.platform.membership.DeliveryPoint;
import org.jucai.platform.membership.Details;
import org.jucai.platform.membership.Evidence;
import org.jucai.platform.membership.EvidenceKind;
import org.jucai.platform.membership.FileDesk;
import org.jucai.platform.membership.FoundingDesk;
import org.jucai.platform.membership.PartyBoard;
import org.jucai.platform.membership.PartyData;
import org.jucai.platform.membership.PartyDesk;
import org.jucai.platform.membership.PartySearch;
import org.jucai.platform.membership.Scale;
import org.jucai.platform.rounds.DateWindow;
import org.jucai.platform.rounds.Profile;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.platform.rounds.RoundTerms;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** Many lines in one transaction go by the same rules as one by one. */
@PlatformTest
class PlaceAllTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant OPEN = TestClock.START.minus(Duration.ofDays(2));

    @Autowired Database database;
    @Autowired FoundingDesk founding;
    @Autowired PartyBoard directory;
    @Autowired PartyDesk parties;
    @Autowired AdmissionDesk admission;
    @Autowired FileDesk files;
    @Autowired RoundDesk rounds;
    @Autowired DemandDesk demand;
    @Autowired DemandBoard board;
    @Autowired Journal journal;

    @Test
    void whatFitsIsWrittenWithItsEventAndWhatDoesNotIsAnsweredInItsPlace() {
        Actor secretariat = association();
        UUID member = member(secretariat);
        UUID stranger = member(association());
        Round round = collecting(secretariat);
        List<Decision<DemandEvent>> answers = placed(secretariat, round, List.of(
                new DemandDesk.Wanted(member, terms("GL-85A", 40)),
                new DemandDesk.Wanted(member, terms("GL-50", 40)),
                new DemandDesk.Wanted(stranger, terms("GL-85A", 40))));
        assertThat(answers).extracting(PlaceAllTest::told)
                .containsExactly("LineEntered", "GRADE_NOT_IN_ROUND", "NOT_A_MEMBER_OF_ASSOCIATION");
        assertThat(lines(secretariat, round)).singleElement().satisfies(line -> {
            assertThat(line.status()).as("it waits for the member").isEqualTo(LineStatus.DRAFT);
            assertThat(line.target()).isEqualTo(Kilograms.tonnes(40));
            Page<RecordedEvent> history = as(secretariat, tx -> journal.history(tx, line.id(), null, 10));
            assertThat(history.items()).extracting(RecordedEvent::type, RecordedEvent::personId)
                    .containsExactly(tuple("LineEntered", secretariat.personId()));
        });
    }

    @Test
    void aMembersOwnLinesCountAtOnceAndNobodyPlacesForAnother() {
        Actor secretariat = association();
        UUID mine = member(secretariat);
        UUID other = member(secretariat);
        Round round = collecting(secretariat);
        Actor buyer = actor(mine, PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        assertThat(placed(buyer, round, List.of(
                        new DemandDesk.Wanted(mine, terms("GL-85A", 40)), new DemandDesk.Wanted(other, terms("GL-85A", 40)))))
                .extracting(PlaceAllTest::told).containsExactly("LineSubmitted", "NOT_ALLOWED");
        assertThat(lines(secretariat, round)).extracting(DemandLine::enterpriseId).containsExactly(mine);
    }

    @Test
    void afterTheEndNothingIsTakenLockedOrNot() {
        Actor secretariat = association();
        UUID member = member(secretariat);
        Round round = collecting(secretariat);
        List<DemandDesk.Wanted> wanted = List.of(new DemandDesk.Wanted(member, terms("GL-85A", 40)));
        Instant end = round.terms().collectingEndsAt();
        List<Decision<DemandEvent>> late = as(secretariat, tx -> demand.placeAll(tx, secretariat, round.id(), wanted, end));
        assertThat(late).extracting(PlaceAllTest::told).containsExactly("DEMAND_WINDOW_CLOSED");
        assertThat(lines(secretariat, round)).isEmpty();
    }

    private static String told(Decision<DemandEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<DemandEvent>(var events) -> events.getFirst().type();
            case Decision.Refused<DemandEvent>(var refusal, var _) -> refusal.name();
        };
    }

    private List<Decision<DemandEvent>> placed(Actor actor, Round round, List<DemandDesk.Wanted> wanted) {
        return as(actor, tx -> demand.placeAll(tx, actor, round.id(), wanted, TestClock.START));
    }

    private List<DemandLine> lines(Actor secretariat, Round round) {
        return as(secretariat, tx -> board.all(tx, round.id(), Set.of(LineStatus.values())));
    }

    private Round collecting(Actor secretariat) {
        DateWindow delivery = new DateWindow(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 31));
        RoundTerms terms = new RoundTerms("五月联合采购", Profile.values()[0], RoundTerms.Mode.AGENCY, List.of("GL-85A", "GL-80"), OPEN,
                TestClock.START.plus(Duration.ofDays(5)), delivery, List.of(new RoundTerms.Zone("XM-C", "超化片区")), List.of(),
                Kilograms.tonnes(100), Map.of(), List.of(), 5, 2_000, 3, 5);
        Round draft = as(secretariat, tx -> rounds.draft(tx, secretariat, secretariat.partyId(), terms, OPEN));
        as(secretariat, tx -> rounds.handle(new Asking(tx, secretariat, OPEN), draft.id(), OptionalLong.empty(), new RoundCommand.Announce()));
        return as(secretariat, tx -> rounds.handle(new Asking(tx, secretariat, OPEN), draft.id(), OptionalLong.empty(),
                new RoundCommand.Open(Optional.empty(), false)));
    }

    private static DemandTerms terms(String grade, long tonnes) {
        return new DemandTerms(List.of(grade), false, Optional.empty(), Kilograms.tonnes(tonnes), Optional.empty(), Optional.empty(),
                Optional.empty(), new DateWindow(LocalDate.of(2027, 5, 3), LocalDate.of(2027, 5, 20)), Optional.empty(),
                GrainSize.LUMP, Packing.BULK, List.of(), Invoices.ONE, Payment.CASH, List.of(), "");
    }

    private Actor association() {
        Actor platform = platform();
        PartyData data = new PartyData("批量需求协会", null, null, null, "410183", null, null);
        UUID id = as(platform, tx -> parties.registerOther(new Asking(tx, platform, OPEN), PartyKind.ASSOCIATION, code("A"), data)).party().id();
        return actor(id, PartyKind.ASSOCIATION, Role.SECRETARIAT);
    }

    /** Founded here, or by a test that ran before on the same database. */
    private Actor platform() {
        founding.found(new FoundingDesk.Founder("聚采", "管理员", "founder", "13900000000", "a long pass phrase")).block(LONG);
        var found = directory.directory(Scope.background(), new PartySearch(PartyKind.PLATFORM, null, null, null, null, 1)).block(LONG);
        if (found == null) throw new AssertionError("no platform");
        return actor(found.items().getFirst().party().id(), PartyKind.PLATFORM, Role.PLATFORM_ADMIN);
    }

    private UUID member(Actor association) {
        PartyData data = new PartyData("批量样例耐材有限公司", null, null, "没有代码", "410183105", Scale.ABOVE, null);
        Details details = new Details.OfEnterprise(List.of(), null, null, null, null, null, "没有代码");
        List<Evidence.Paper> papers = List.of(paper(EvidenceKind.BUSINESS_LICENCE), paper(EvidenceKind.ENVIRONMENTAL_PERMIT));
        return as(association, tx -> {
            Asking asking = new Asking(tx, association, OPEN);
            return parties.register(asking, new PartyDesk.Applicant(code("E"), data, details, papers))
                    .map(file -> file.party().id())
                    .flatMap(id -> admission.handle(asking, PartyKind.ENTERPRISE, id, new AdmissionCommand.Admit("理事会通过"))
                            .then(Mono.defer(() -> files.add(asking, id, new DeliveryPoint.Place(code("D"), "料场", "料场路", "XM-C", null))))
                            .thenReturn(id));
        });
    }

    private static Evidence.Paper paper(EvidenceKind kind) {
        return new Evidence.Paper(kind, "1", "机关", LocalDate.of(2024, 1, 1), LocalDate.of(2030, 1, 1), null);
    }

    private static String code(String letter) {
        return letter + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private static Actor actor(UUID party, PartyKind kind, Role role) {
        return new Actor(UUID.randomUUID(), party, kind, Set.of(role), Set.of(), Actor.Entry.SESSION, false);
    }

    private <T> T as(Actor actor, Function<Tx, Mono<T>> work) {
        T done = database.write(Scope.of(actor), work).block(LONG);
        if (done == null) throw new AssertionError("nothing came of it");
        return done;
    }
}
