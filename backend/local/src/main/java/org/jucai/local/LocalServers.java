package org.jucai.local;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The two servers around the application, and the one way the application is told about them. */
record LocalServers(DataDirectory data, Notebook notebook, LocalPostgres postgres, LocalRedis redis) {

    static LocalServers start(LocalSettings settings, Closing closing) {
        DataDirectory data = DataDirectory.take(settings.data());
        closing.last(() -> Words.say("stopped", data.root()));
        closing.last(data::release);
        LeftServer.stopOrphan(data, "PostgreSQL", LocalPostgres.pidFile(data), LocalPostgres.FAST_SHUTDOWN);
        LeftServer.stopOrphan(data, "Redis", LocalRedis.pidFile(data), LocalRedis.SHUTDOWN);
        if (settings.reset()) {
            data.reset();
            Words.say("data.reset", data.root());
        }
        Notebook notebook = new Notebook(data);
        Words.say("starting.postgres");
        closing.last(() -> LeftServer.stop(data, LocalPostgres.pidFile(data), LocalPostgres.FAST_SHUTDOWN));
        LocalPostgres postgres = LocalPostgres.start(data, notebook);
        Words.say("starting.redis");
        closing.last(() -> LeftServer.stop(data, LocalRedis.pidFile(data), LocalRedis.SHUTDOWN));
        LocalRedis redis = LocalRedis.start(data, notebook);
        return new LocalServers(data, notebook, postgres, redis);
    }

    /** As command line arguments, the strongest source of properties: a production variable left in the shell must not win here. */
    List<String> properties() {
        return List.of(
                "--jucai.database.url=" + postgres.r2dbcUrl(),
                "--jucai.database.app-username=" + LocalPostgres.APP,
                "--jucai.database.app-password=" + notebook.password(LocalPostgres.APP),
                "--jucai.database.worker-username=" + LocalPostgres.WORKER,
                "--jucai.database.worker-password=" + notebook.password(LocalPostgres.WORKER),
                "--jucai.database.owner-url=" + postgres.jdbcUrl(),
                "--jucai.database.owner-username=" + LocalPostgres.OWNER,
                "--jucai.database.owner-password=" + notebook.password(LocalPostgres.OWNER),
                "--jucai.membership.sealing-key=" + sealingKey(),
                "--spring.data.redis.url=redis://:" + redis.password() + "@127.0.0.1:" + redis.port(),
                "--jucai.files.directory=" + data.resolve("files"),
                "--jucai.files.endpoint=",
                "--jucai.demo.allowed=true",
                "--jucai.security.demo=true",
                "--jucai.security.second-factor=WHEN_ENROLLED");
    }

    /** The notebook's 32 digits are the 32 bytes which sealing needs. */
    private String sealingKey() {
        return Base64.getEncoder().encodeToString(notebook.password("sealing").getBytes(StandardCharsets.US_ASCII));
    }
}
