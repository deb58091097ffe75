package org.jucai.platform.membership.texting;

import java.time.Clock;
import org.jucai.platform.membership.spi.SmsGate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** The gateway, where the installation names one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsProperties.class)
class SmsConfiguration {

    @Bean
    @Conditional(Named.class)
    SmsGate httpSmsGate(SmsProperties properties, JsonMapper json, Clock clock) {
        return new HttpSmsGate(properties, WebClient.builder(), json, clock);
    }

    /** An empty variable names none. */
    static final class Named implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("jucai.sms.url", "").isBlank();
        }
    }
}
