package org.jucai.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jucai.platform.JucaiApplication;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Runs a test against the whole application. Each class has an application, a
 * database, a Redis and a clock of its own, and a PostgreSQL to itself while it runs, for a clock that one test moves must not be another's deadline.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = JucaiApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Servers.class)
@Import(Platform.class)
@DirtiesContext
@ContextCustomizerFactories(OwnContext.Factory.class)
@ResourceLock(value = Servers.LOCK, mode = ResourceAccessMode.READ)
public @interface PlatformTest {

    /** What keeps the deadlines, by name: it does not beat by itself in a test, which moves the time and has it beat by hand. */
    String[] CLOCKS = {"SettlementClock", "PayDayClock", "InspectionClock", "NightClock", "RoundClock", "PoolClock", "EffectClock", "CompletionClock", "AllocationClock", "RecallClock", "FileClock"};

    /** Which of the clocks beat by themselves in this test all the same. */
    String[] beating() default {};

    /** What else does not beat by itself, for the test does its work by hand. */
    String[] byHand() default {};
}
