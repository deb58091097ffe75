package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.rounds.RoundOptions.Option.CANCEL;
import static org.jucai.platform.rounds.RoundOptions.Option.CLOSE;
import static org.jucai.platform.rounds.RoundOptions.Option.EVALUATE;
import static org.jucai.platform.rounds.RoundOptions.Option.FAIL;
import static org.jucai.platform.rounds.RoundOptions.Option.FINALISE;
import static org.jucai.platform.rounds.RoundOptions.Option.POSTPONE;
import static org.jucai.platform.rounds.RoundOptions.Option.PUBLICISE;
import static org.jucai.platform.rounds.RoundOptions.Option.REVOKE;
import static org.jucai.platform.rounds.RoundOptions.Option.SUSPEND;
import static org.jucai.platform.rounds.RoundOptions.Option.TENDER;
import static org.jucai.platform.rounds.RoundStatus.AWARDED;
import static org.jucai.platform.rounds.RoundStatus.CLOSED;
import static org.jucai.platform.rounds.RoundStatus.EVALUATED;
import static org.jucai.platform.rounds.RoundStatus.FAILED;
import static org.jucai.platform.rounds.RoundStatus.OPENED;
import static org.jucai.platform.rounds.RoundStatus.POOLED;
import static org.jucai.platform.rounds.RoundStatus.PUBLICISED;
import static org.jucai.platform.rounds.RoundStatus.TENDERING;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(World.class)
class OfferedCommandsTest {

    private static final UUID COLLEAGUE = new UUID(0, 77);
    private static final UUID NOTICED_BY = TenderRulesTest.ASKED.publicity().orElseThrow().by();

    @Autowired World world;

    @Test
    void aRoundOffersAMemberWhatItMayDo() {
        World.Association us = world.association(1);
        JsonNode round = us.buyerOf(0).get(path(world.collectingRound(us))).ok();
        assertThat(round.path("allowedCommands").toString()).isEqualTo("[\"PLACE_DEMAND\",\"DECLINE\",\"SIGN\"]");
        assertThat(round.path("myAnswer").asString()).isEqualTo("NONE");
        assertThat(round.path("signed").asBoolean()).isFalse();
    }

    @Test
    void anotherAssociationsRoundOffersAnEnterpriseNothing() {
        UUID round = world.collectingRound(world.association(1));
        Client stranger = world.association(1).buyerOf(0);
        JsonNode seen = stranger.get(path(round)).ok();
        assertThat(seen.path("allowedCommands").size()).isZero();
        assertThat(seen.has("myAnswer")).as("it was asked nothing").isFalse();
        assertThat(stranger.does(path(round) + "/decline", null).refusal()).isEqualTo("not-a-member-of-association");
    }

    @Test
    void theSecretariatIsOfferedWhatTheRoundTakesAndNothingThatItWouldRefuse() {
        Instant now = TenderRulesTest.TERMS.offersDueAt();
        Instant noticed = TenderRulesTest.ASKED.publicity().orElseThrow().endsAt();
        assertThat(offered(TENDERING, COLLEAGUE, now.minusMillis(1))).containsExactly(POSTPONE, SUSPEND, CANCEL);
        assertThat(offered(TENDERING, COLLEAGUE, now)).containsExactly(CLOSE, SUSPEND, CANCEL);
        assertThat(offered(CLOSED, COLLEAGUE, now)).containsExactly(SUSPEND, CANCEL);
        assertThat(offered(OPENED, COLLEAGUE, now)).containsExactly(EVALUATE, FAIL, SUSPEND, CANCEL);
        assertThat(offered(EVALUATED, COLLEAGUE, now)).containsExactly(PUBLICISE, FAIL, SUSPEND, CANCEL);
        assertThat(offered(PUBLICISED, COLLEAGUE, noticed.minusMillis(1))).containsExactly(REVOKE, SUSPEND, CANCEL);
        assertThat(offered(PUBLICISED, COLLEAGUE, noticed)).containsExactly(FINALISE, REVOKE, SUSPEND, CANCEL);
        assertThat(offered(PUBLICISED, NOTICED_BY, noticed)).as("four eyes").containsExactly(REVOKE, SUSPEND, CANCEL);
        assertThat(offered(AWARDED, COLLEAGUE, noticed)).containsExactly(REVOKE);
        assertThat(offered(FAILED, COLLEAGUE, noticed)).isEmpty();
    }

    @Test
    void givingUpIsOfferedOnceACallForOffersFailedAndCancellingBefore() {
        Instant now = TenderRulesTest.TERMS.offersDueAt();
        Round frozen = RoundRulesTest.round(POOLED).after(new RoundEvent.RoundFrozen(), now);
        assertThat(RoundOptions.of(frozen, officer(COLLEAGUE), false, now)).containsExactly(TENDER, SUSPEND, CANCEL);
        Round again = frozen.after(new RoundEvent.RoundTendered(1, TenderRulesTest.TERMS), now).after(new RoundEvent.TenderClosed(now), now)
                .after(new RoundEvent.TenderFailed(1, "不足"), now);
        assertThat(RoundOptions.of(again, officer(COLLEAGUE), false, now)).containsExactly(TENDER, FAIL, SUSPEND, CANCEL);
    }

    private static List<RoundOptions.Option> offered(RoundStatus status, UUID person, Instant now) {
        return RoundOptions.of(RoundRulesTest.round(status), officer(person), false, now);
    }

    private static Optional<Actor> officer(UUID person) {
        return Optional.of(new Actor(person, RoundRulesTest.round(POOLED).associationId(), PartyKind.ASSOCIATION, Set.of(Role.SECRETARIAT), Set.of(),
                Actor.Entry.SESSION, true));
    }

    private static String path(UUID round) {
        return "/api/rounds/" + round;
    }
}
