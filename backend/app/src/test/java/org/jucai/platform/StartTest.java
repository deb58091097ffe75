package org.jucai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class StartTest {

    @Autowired
    Platform platform;

    @Autowired
    Database database;

    @Test
    void anUnknownAddressIsAProblemInTheCallersLanguage() {
        platform.nobody().get().uri("/nowhere").header("Accept-Language", "en").exchange()
                .expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/not-found").jsonPath("$.title").isEqualTo("Not found");
    }

    @Test
    void aTransactionActsForThePartiesItNamesAndNoOther() {
        UUID party = UUID.fromString("00000000-0000-7000-8000-000000000001");
        assertThat(partiesSeenBy(Scope.parties(Set.of(party)))).isEqualTo("{" + party + "}");
        assertThat(partiesSeenBy(Scope.nobody())).isEqualTo("{}");
    }

    @Test
    void aTransactionNamesThePersonWhoAsksAndABatchEachOfThem() {
        UUID party = UUID.fromString("00000000-0000-7000-8000-000000000001");
        UUID one = UUID.fromString("00000000-0000-7000-8000-000000000002");
        UUID other = UUID.fromString("00000000-0000-7000-8000-000000000003");
        Actor actor = new Actor(one, party, PartyKind.ENTERPRISE, Set.of(), Set.of(), Actor.Entry.SESSION, false);
        assertThat(actorsSeenBy(Scope.of(actor))).isEqualTo("{" + one + "}");
        assertThat(actorsSeenBy(Scope.batch(Set.of(party), Set.of(other, one)))).isEqualTo("{" + one + "," + other + "}");
        assertThat(actorsSeenBy(Scope.parties(Set.of(party)))).isEqualTo("{}");
    }

    private String actorsSeenBy(Scope scope) {
        return database.read(scope, tx -> tx.sql("select current_actors()::text").mapValue(String.class).one())
                .block(Duration.ofSeconds(10));
    }

    private String partiesSeenBy(Scope scope) {
        return database.read(scope, tx -> tx.sql("select current_parties()::text").mapValue(String.class).one())
                .block(Duration.ofSeconds(10));
    }
}
