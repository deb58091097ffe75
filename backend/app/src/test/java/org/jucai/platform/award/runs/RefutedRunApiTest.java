package org.jucai.platform.award.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.AwardResult;
import org.jucai.platform.award.solving.AwardResult.Award;
import org.jucai.platform.award.solving.ColumnEngine;
import org.jucai.platform.award.solving.Engine;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** An engine that lies: what it computed is refuted by the checker, shown to nobody and proposed by nobody. */
@PlatformTest
@Import({AwardWorld.class, RefutedRunApiTest.Lying.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class RefutedRunApiTest {

    private static final AtomicReference<Lie> TOLD = new AtomicReference<>(Lie.NONE);

    /** What is made of an honest result. */
    enum Lie {
        NONE, A_FEN_CHEAPER, A_FEN_IN_ONE_PRICE, A_KILOGRAM_LESS, A_KILOGRAM_MORE, A_WINNER_LEFT_OUT;

        AwardResult of(AwardResult honest) {
            List<Award> awards = new ArrayList<>(honest.awards());
            Award first = awards.getFirst();
            long objective = Objects.requireNonNull(honest.objectiveMilliFen());
            switch (this) {
                case NONE -> { }
                case A_FEN_CHEAPER -> objective -= 1_000;
                case A_FEN_IN_ONE_PRICE -> awards.set(0, changed(first, first.kg(), first.costMilliFen() - 1_000));
                case A_KILOGRAM_LESS -> awards.set(0, changed(first, first.kg() - 1, first.costMilliFen()));
                case A_KILOGRAM_MORE -> awards.set(0, changed(first, first.kg() + 1, first.costMilliFen()));
                case A_WINNER_LEFT_OUT -> awards.removeFirst();
            }
            return new AwardResult(honest.problemSha256(), honest.run(), honest.status(), objective, objective, awards, honest.failedLots(), honest.clash(), honest.certificate());
        }

        private static Award changed(Award award, long kg, long costMilliFen) {
            return new Award(award.lot(), award.supplier(), kg, award.totalTier(), award.step(), costMilliFen);
        }
    }

    @TestConfiguration
    static class Lying {

        @Bean
        @Primary
        Engine lying() {
            Engine honest = new ColumnEngine();
            return new Engine() {
                @Override
                public String name() {
                    return honest.name();
                }

                @Override
                public String version() {
                    return honest.version();
                }

                @Override
                public AwardResult solve(AwardProblem problem, long workLimit, Watcher watcher) {
                    return TOLD.get().of(honest.solve(problem, workLimit, watcher));
                }
            };
        }
    }

    @Autowired AwardWorld awards;

    private JsonNode computed(AwardWorld.Opened opened, Lie lie) {
        TOLD.set(lie);
        try {
            return awards.ended(opened, awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK")));
        } finally {
            TOLD.set(Lie.NONE);
        }
    }

    private static String proposed(AwardWorld.Opened opened, JsonNode run) {
        var answer = opened.officer().asks(HttpMethod.POST, opened.at("/award/propose")).header("Idempotency-Key", Client.newKey())
                .bodyValue(Map.of("runId", run.at("/run/id").asString(), "decision", Map.of("by", "PANEL", "reasons", "评审小组一致同意", "lots", List.of()))).exchange()
                .expectBody(JsonNode.class).returnResult();
        return answer.getStatus().value() + " " + String.valueOf(answer.getResponseBody()).replaceAll("(?s).*/problems/([a-z-]+).*", "$1");
    }

    @ParameterizedTest
    @EnumSource(value = Lie.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatTheCheckerRefutesIsShownToNobodyAndCannotBeProposed(Lie lie) {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        JsonNode run = computed(opened, lie);
        assertThat(run.at("/run/status").asString()).as("%s", run).isEqualTo("REFUTED");
        assertThat(run.at("/checked/0").asString()).startsWith("不成立");
        assertThat(run.path("awards")).as("nothing of it but what the checker says").isEmpty();
        assertThat(run.at("/run").has("figures")).isFalse();
        assertThat(proposed(opened, run)).isEqualTo("409 award-run-refuted");
        UUID round = opened.round();
        assertThat(awards.sql("select count(*) from award where round_id = '" + round + "'")).isEqualTo("0");
        assertThat(awards.sql("select count(*) from award_run where round_id = '" + round + "' and attempts > 1")).as("it is no fault that is tried again").isEqualTo("0");
    }

    @Test
    void computedHonestlyAfterwardsTheRoundHasItsAward() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        assertThat(proposed(opened, computed(opened, Lie.A_FEN_CHEAPER))).isEqualTo("409 award-run-refuted");
        JsonNode honest = computed(opened, Lie.NONE);
        assertThat(honest.at("/run/status").asString()).isEqualTo("SOLVED");
        assertThat(proposed(opened, honest)).startsWith("20");
    }
}
