package org.jucai.platform.kernel;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is and as whom it is asked.
 *
 * @param url {@code r2dbc:postgresql://host:port/database}
 * @param appUsername log-in role of requests
 * @param workerUsername log-in role of background work
 * @param poolSize connections for requests; background work has a quarter as many, at least two
 * @param mostWaiting so many may wait for a connection of a pool; who comes on top is refused with 503 at once
 */
@ConfigurationProperties("jucai.database")
record DatabaseProperties(
        String url,
        @DefaultValue("jucai_app") String appUsername,
        String appPassword,
        @DefaultValue("jucai_worker") String workerUsername,
        String workerPassword,
        @DefaultValue("12") int poolSize,
        @DefaultValue("2000") int mostWaiting) {

    DatabaseProperties {
        needed(url, "JUCAI_DATABASE_URL");
        needed(appPassword, "JUCAI_DATABASE_APP_PASSWORD");
        needed(workerPassword, "JUCAI_DATABASE_WORKER_PASSWORD");
    }

    private static void needed(@Nullable String value, String variable) {
        if (value == null || value.isBlank()) throw new MissingSettingException(variable);
    }
}
