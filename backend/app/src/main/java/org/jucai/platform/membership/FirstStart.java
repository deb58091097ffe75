package org.jucai.platform.membership;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Founds the installation on its first start, where the settings name a first administrator. */
@Component
class FirstStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final long SECONDS = 60;

    private final FoundingDesk desk;
    private final MembershipProperties properties;

    FirstStart(FoundingDesk desk, MembershipProperties properties) {
        this.desk = desk;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException, ExecutionException, TimeoutException {
        MembershipProperties.FirstAdministrator first = properties.firstAdministrator();
        if (first.account().isEmpty()) return;
        desk.found(new FoundingDesk.Founder(first.platformName(), first.account(), first.account(), first.phone(), first.password()))
                .doOnNext(_ -> LOG.info("Founded: {} is the first administrator; change the password after signing in", first.account()))
                .toFuture()
                .get(SECONDS, TimeUnit.SECONDS);
    }
}
