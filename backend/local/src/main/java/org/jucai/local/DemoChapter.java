package org.jucai.local;

import java.util.List;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Mono;

/**
 * One part of the demo world, written once, on the first start, in the order of {@code @Order}. A chapter uses the desks as
 * people do, takes all chance from the generator it is given, and counts dates from today.
 */
public interface DemoChapter {

    /** A short name that never changes; it also seeds the chapter's chance. */
    String key();

    /** What the terminal says while it is written, in both languages. */
    String title();

    Mono<Void> write(RandomGenerator chance);

    /** Who can log in after this chapter; asked on each start. */
    default List<DemoAccount> accounts() {
        return List.of();
    }
}
