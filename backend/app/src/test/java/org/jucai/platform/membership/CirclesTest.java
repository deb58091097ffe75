package org.jucai.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PlatformTest
@Import(Founded.class)
class CirclesTest {

    private static final long SEED = 20_270_402L;

    @Autowired Founded founded;
    @Autowired FileDesk files;
    @Autowired MembershipBoard board;
    @Autowired Database database;

    private static UUID party(int number) {
        return new UUID(3, number);
    }

    @Test
    void whoeverIsReachedOverAnyNumberOfConnectionsIsInOneCircleInWhateverOrderTheyAreRead() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            int circles = 1 + random.nextInt(5);
            List<Circles.Pair> pairs = new ArrayList<>();
            Map<UUID, UUID> expected = new HashMap<>();
            for (int circle = 0; circle < circles; circle++) {
                int size = 2 + random.nextInt(5);
                for (int i = 0; i < size; i++) expected.put(party(circle * 10 + i), party(circle * 10));
                for (int i = 1; i < size; i++) pairs.add(new Circles.Pair(party(circle * 10 + random.nextInt(i)), party(circle * 10 + i)));
            }
            Collections.shuffle(pairs, random);
            assertThat(Circles.of(pairs)).as("seed %d, round %d", SEED, round).isEqualTo(expected);
        }
    }

    @Test
    void aConnectionCountsWhileItLastsAndReachesOverPartiesWhoAreNotAskedFor() {
        Actor association = founded.association();
        UUID one = founded.member(association).party().id();
        UUID between = founded.member(association).party().id();
        UUID other = founded.member(association).party().id();
        UUID ended = founded.member(association).party().id();
        UUID alone = founded.member(association).party().id();
        connect(association, one, between, null);
        connect(association, between, other, null);
        connect(association, other, ended, LocalDate.of(2020, 1, 31));
        Map<UUID, UUID> circles = database.read(Scope.background(), tx -> board.circles(tx, Set.of(one, other, ended, alone), TestClock.START)).block();
        assertThat(circles).containsOnlyKeys(one, between, other);
        assertThat(Set.copyOf(circles.values())).hasSize(1);
    }

    private void connect(Actor association, UUID one, UUID other, LocalDate until) {
        Connection.Link link = new Connection.Link(Connection.Why.COMMON_CONTROLLER, "工商档案", LocalDate.of(2020, 1, 1), until);
        founded.as(association, asking -> files.connect(asking, one, other, link));
    }
}
