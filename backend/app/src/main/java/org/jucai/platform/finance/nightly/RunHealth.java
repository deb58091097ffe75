package org.jucai.platform.finance.nightly;

import java.time.Clock;
import java.util.List;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Part of the health that operators see; not of readiness, for members are served while the books are looked into. */
@Configuration(proxyBeanMethods = false)
class RunHealth {

    @Bean
    ReactiveHealthIndicator financeHealthIndicator(Database database, NightBoard board, SqlNightRuns shelf, Clock clock) {
        return () -> database.read(Scope.background(), tx -> Mono.zip(board.standing(tx, clock.instant()), shelf.lastDiffer(tx))).map(known -> {
            List<RunKind> missed = known.getT1().stream().filter(NightBoard.Standing::missed).map(NightBoard.Standing::kind).toList();
            Health.Builder health = missed.isEmpty() && !known.getT2() ? Health.up() : Health.down();
            return health.withDetail("missed", missed).withDetail("differs", known.getT2()).build();
        });
    }
}
