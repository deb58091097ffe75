package org.jucai.platform.notifications.wecom;

import org.jucai.platform.notifications.spi.WeComGate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** The gate, where the installation names one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WeComProperties.class)
class WeComConfiguration {

    @Bean
    @Conditional(Named.class)
    WeComGate httpWeComGate(WeComProperties properties, JsonMapper json) {
        return new HttpWeComGate(properties, WebClient.builder(), json);
    }

    /** An empty variable names none. */
    static final class Named implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("jucai.wecom.url", "").isBlank();
        }
    }
}
