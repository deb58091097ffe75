package org.jucai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Database;
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

    private String partiesSeenBy(Scope scope) {
        return database.read(scope, tx -> tx.sql("select current_parties()::text").mapValue(String.class).one())
                .block(Duration.ofSeconds(10));
    }
}
