package org.jucai.platform.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Keeps classes that are set up alike from sharing an application while they run at the same time: the class is part of what an application is found by.
 * Also tells the application what does not beat by itself in the test, so that a step has one who takes it: a deadline kept by the beat in the middle
 * of a test that keeps it by hand is a race the test does not speak of.
 */
record OwnContext(Class<?> testClass) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        PlatformTest test = AnnotatedElementUtils.findMergedAnnotation(testClass, PlatformTest.class);
        Set<String> beating = Set.of(test.beating());
        String byHand = Stream.concat(Stream.of(PlatformTest.CLOCKS).filter(clock -> !beating.contains(clock)), Stream.of(test.byHand())).collect(Collectors.joining(","));
        TestPropertyValues.of("jucai.beats.left-out=" + byHand).applyTo(context);
    }

    /** Makes one for each class. */
    static final class Factory implements ContextCustomizerFactory {
        @Override
        public ContextCustomizer createContextCustomizer(Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            return new OwnContext(testClass);
        }
    }
}
