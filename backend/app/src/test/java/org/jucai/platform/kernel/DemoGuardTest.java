package org.jucai.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class DemoGuardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    Database database;

    @Autowired
    SqlInstallation installation;

    @Test
    void aDatabaseWithTheDemoWorldIsRefusedBeforeThePortOpens() {
        DemoGuard guard = new DemoGuard(database, installation);
        assertThatCode(guard::start).doesNotThrowAnyException();

        run("insert into installation (key, value) values ('demo', 'true')");
        try {
            assertThatThrownBy(guard::start).isInstanceOf(DemoFoundException.class);
        } finally {
            run("update installation set key = 'demo of a finished test' where key = 'demo'");
        }
        assertThat(guard.getPhase()).isLessThan(0);
    }

    @Test
    void theReasonIsGivenInBothLanguages() {
        var analysis = new DemoFoundAnalyzer().analyze(new DemoFoundException());
        assertThat(analysis.getDescription()).contains("演示数据").contains("demo world");
        assertThat(analysis.getAction()).contains("JUCAI_DATABASE_URL");
    }

    private void run(String sql) {
        database.write(Scope.background(), tx -> tx.sql(sql).fetch().rowsUpdated()).block(PATIENCE);
    }
}
