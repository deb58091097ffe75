package org.jucai.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import org.jucai.platform.JucaiApplication;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts everything on one machine: the servers, the application, on first start the demo world. */
public final class LocalJucai {

    private LocalJucai() {}

    public static void main(String[] args) {
        quietUntilTheApplicationSetsUpItsLog();
        Closing closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "jucai-stop"));
        try {
            LocalSettings settings = LocalSettings.read(System.getenv(), System.getProperties());
            settings.requireFreePort();
            run(settings, args, closing);
        } catch (LocalTrouble trouble) {
            if (!closing.hasBegun()) {
                Words.complain(trouble);
            }
            System.exit(1);
        } catch (RuntimeException failure) {
            // A start cut short by Ctrl-C fails in many ways, none of which is news.
            if (!closing.hasBegun()) {
                failure.printStackTrace();
            }
            System.exit(1);
        }
    }

    private static void run(LocalSettings settings, String[] args, Closing closing) {
        LocalServers servers = LocalServers.start(settings, closing);
        DemoProgress progress = new DemoProgress(servers.notebook(), servers.postgres()::emptyDatabase);
        progress.clearWhatWasInterrupted();
        Words.say("starting.application");
        ConfigurableApplicationContext context = started(application(servers, progress), arguments(servers, settings, args));
        closing.last(context::close);
        closing.last(() -> Words.say("stopping"));
        context.getBean(DemoWorld.class).writeOnce();
        Words.plain("");
        Words.say("ready", settings.url());
        context.getBean(DemoWorld.class).introduce();
    }

    private static ConfigurableApplicationContext started(SpringApplication application, String[] arguments) {
        try {
            return application.run(arguments);
        } catch (RuntimeException alreadyInTheLog) {
            throw new LocalTrouble("application.failed");
        }
    }

    private static SpringApplication application(LocalServers servers, DemoProgress progress) {
        SpringApplication application = new SpringApplication(JucaiApplication.class, LocalBeans.class);
        application.setRegisterShutdownHook(false);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("localServers", servers);
            context.getBeanFactory().registerSingleton("demoProgress", progress);
            context.getBeanFactory().registerSingleton("clock", new DemoClock());
        });
        return application;
    }

    private static String[] arguments(LocalServers servers, LocalSettings settings, String[] args) {
        List<String> all = new ArrayList<>(servers.properties());
        all.add("--server.port=" + settings.port());
        all.add("--server.address=" + settings.address());
        all.add("--management.server.port=" + settings.port());
        all.add("--jucai.membership.public-address=" + settings.url());
        all.add("--jucai.event-loops=" + eventLoops());
        all.add("--logging.level.root=WARN");
        all.add("--logging.charset.console=UTF-8");
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }

    /** An odd number: a connection to the database takes two turns of the loops, so of an even number half would get none. */
    private static int eventLoops() {
        return Math.max(2, Runtime.getRuntime().availableProcessors()) | 1;
    }

    private static void quietUntilTheApplicationSetsUpItsLog() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
