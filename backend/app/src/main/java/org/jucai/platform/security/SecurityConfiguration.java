package org.jucai.platform.security;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jucai.platform.kernel.UploadBound;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.json.JsonMapper;

/** Puts the door together, in the order in which a request meets it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SecurityProperties.class, OidcProperties.class})
class SecurityConfiguration {

    private static final String SPECIFICATION = "openapi/openapi.json";

    @Bean
    Operations operations(JsonMapper json) throws IOException {
        try (InputStream bundled = new ClassPathResource(SPECIFICATION).getInputStream()) {
            return SpecificationReader.read(json.readTree(bundled));
        }
    }

    /** Where Redis is away, a command fails at once instead of waiting in line for it to come back. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(Duration.ofSeconds(1)).build());
    }

    @Bean
    OidcProvider oidcProvider(OidcProperties properties, JsonMapper json, Clock clock) {
        return new OidcProvider(properties, json, clock);
    }

    @Bean
    OidcTokens oidcTokens(OidcProperties properties, Clock clock) {
        return new OidcTokens(properties, clock);
    }

    @Bean
    @Order(-300)
    WebFilter safeguards(Operations operations, List<UploadBound> bounds) {
        return new SafeguardFilter(operations, bounds);
    }

    @Bean
    @Order(-200)
    WebFilter access(Operations operations, SessionDoor sessions, TokenDoor tokens, AccessAudit audit, SecurityProperties properties) {
        return new SecurityFilter(operations, sessions, tokens, audit,
                new AccessRules.Policy(properties.demo(), properties.secondFactor()));
    }

    @Bean
    @Order(-100)
    WebFilter pages(Environment environment) {
        return new PageFilter(ManagementPortType.get(environment) == ManagementPortType.SAME);
    }
}
