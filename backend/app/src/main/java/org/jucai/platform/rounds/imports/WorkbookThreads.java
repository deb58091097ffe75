package org.jucai.platform.rounds.imports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads for reading workbooks, bounded, away from the event loops. */
@Configuration(proxyBeanMethods = false)
class WorkbookThreads {

    private static final int MOST_WAITING = 50;

    @Bean(destroyMethod = "dispose")
    Scheduler workbooks() {
        return Schedulers.newBoundedElastic(Reading.AT_ONCE, MOST_WAITING, "workbook");
    }
}
