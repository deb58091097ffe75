package org.jucai.platform.kernel.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.module.SimpleModule;

/** What every request passes through before its module. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** Chinese files have no suffix, English ones end in {@code _en}; every module brings its own. */
    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ReloadableResourceBundleMessageSource();
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        source.setBasenames(Arrays.stream(files)
                .map(Resource::getFilename)
                .map(name -> "classpath:messages/" + name.replaceAll("(_en)?\\.properties$", ""))
                .distinct()
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    /** Unknown fields, text for a number, fractions for an integer and holes in a list are refused, not guessed. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder
                .withConfigOverride(List.class, WebConfiguration::withoutHoles)
                .withConfigOverride(Set.class, WebConfiguration::withoutHoles)
                .withConfigOverride(LinkedHashSet.class, WebConfiguration::withoutHoles)
                .addModule(new SimpleModule("plain-text").addDeserializer(String.class, new PlainText()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    private static void withoutHoles(MutableConfigOverride kind) {
        kind.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }

    /** No text holds the character zero, and the database refuses it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    WebFilter noCharacterZero() {
        return (exchange, chain) -> exchange.getRequest().getURI().toString().contains("%00")
                ? Mono.error(new RefusedException(CommonRefusal.BAD_REQUEST))
                : chain.filter(exchange);
    }

    @Bean
    WebFluxRegistrations handlersByOperation() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new KnownHandlers();
            }
        };
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter clockOfTheRequest(Clock clock) {
        return (exchange, chain) -> {
            exchange.getAttributes().put(Caller.CLOCK_ATTRIBUTE, clock);
            return chain.filter(exchange);
        };
    }
}
