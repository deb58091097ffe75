package org.jucai.local;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What this module adds to the application: the demo world, its chapters found by scanning. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
class LocalBeans {

    @Bean
    DemoWorld demoWorld(ObjectProvider<DemoChapter> chapters, DemoProgress progress, LocalServers servers) {
        return new DemoWorld(chapters.orderedStream().toList(), progress, new DemoMark(servers)::leave);
    }
}
