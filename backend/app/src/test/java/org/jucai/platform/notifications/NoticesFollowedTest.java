package org.jucai.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.contracts.ContractWorld;
import org.jucai.platform.security.Officers;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OpenedRoundStory;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** From a round to its contracts: each notice leads its reader to a page that answers. Of goods, see {@link NoticesOfGoodsTest}. */
@PlatformTest
@Import({OpenedRoundStory.class, ContractWorld.class, NoticeTicks.class, NoticeReaders.class, Officers.class})
@TestPropertySource(properties = {"jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "jucai.webhooks.local=true"})
class NoticesFollowedTest {

    @Autowired World world;
    @Autowired OpenedRoundStory rounds;
    @Autowired ContractWorld contracts;
    @Autowired NoticeReaders readers;
    @Autowired Officers officers;

    private Set<String> kinds(List<Client> all) {
        Set<String> kinds = new TreeSet<>();
        all.forEach(who -> readers.inbox(who).forEach(one -> kinds.add(one.path("kind").asString())));
        return kinds;
    }

    @Test
    void fromTheAnnouncementToTheOpeningEveryNoticeLeadsToAPageThatAnswers() {
        OpenedRoundStory.Offered round = rounds.offered(2);
        World.Association us = round.round().us();
        round.supplier(0).does("/api/rounds/" + round.id() + "/questions", Map.of("text", "吨袋还是散装？"));
        rounds.opened(round);
        List<Client> all = new ArrayList<>(us.buyers());
        all.addAll(List.of(us.secretariat(), round.supplier(0), round.supplier(1)));
        assertThat(kinds(all)).contains("ROUND", "OFFER", "OPENING", "DEMAND");
        readers.follow(all);
    }

    @Test
    void fromTheAwardToTheContractEveryNoticeLeadsToAPageThatAnswers() {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        contracts.allSign(ready, "SERVICE");
        contracts.allSign(ready, "SUPPLY");
        contracts.depositsAreConfirmed(ready);
        List<Client> all = new ArrayList<>(ready.clients().values());
        all.add(ready.opened().us().secretariat());
        assertThat(kinds(all)).contains("ROUND", "AWARD", "ALLOCATION", "CONTRACT");
        readers.follow(all);
    }

    @Test
    void whoIsAdmittedSuspendedAndReinstatedIsToldAndWhereNothingIsDrivenTooAndEachNoticeLeadsToAPageThatAnswers() {
        World.Association us = world.association(2);
        Client supplier = world.supplier(us.actor());
        Client member = us.buyerOf(0);
        Visitor office = officers.officer(us.secretariat().person());
        for (String party : List.of("/api/enterprises/" + member.party(), "/api/suppliers/" + supplier.party())) {
            for (String step : List.of("suspend", "reinstate", "leave", "apply", "admit")) Officers.does(office, party + "/" + step, Map.of("reason", "理事会决定")).ok();
        }
        Map<String, Object> alert = Map.of("zone", "XM-A", "level", "RED", "fromOn", world.deliveryStart().toString(), "toOn", world.deliveryStart().plusDays(2).toString(), "blocks", true,
                "source", "市环委会〔2027〕3号");
        us.secretariat().does("/api/control-periods", Map.of("periods", List.of(alert))).ok();
        for (Client told : List.of(member, supplier)) {
            assertThat(readers.told(told, NoticeKind.MEMBERSHIP)).contains("MemberSuspended", "MemberReinstated", "MemberAdmitted");
            assertThat(readers.told(told, NoticeKind.CALENDAR)).containsExactly("ControlPeriodRecorded");
            assertThat(readers.inbox(told)).allSatisfy(one -> assertThat(one.path("words").asString()).doesNotContain("{").doesNotContain("—"));
        }
        assertThat(readers.told(us.buyerOf(1), NoticeKind.MEMBERSHIP)).as("of another member").doesNotContain("MemberSuspended");
        assertThat(readers.told(us.secretariat(), NoticeKind.MEMBERSHIP)).as("who decides knows").isEmpty();
        readers.follow(List.of(member, us.buyerOf(1), supplier, us.secretariat()));
    }
}
