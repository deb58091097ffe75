package org.jucai.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Writes the chapters of the demo world, each once, and introduces its people. */
final class DemoWorld {

    /** Far more than any chapter needs; a chapter that hangs must not hang the start for ever. */
    private static final Duration LONGEST_CHAPTER = Duration.ofMinutes(10);

    private final List<DemoChapter> chapters;
    private final DemoProgress progress;
    private final Runnable mark;

    /** The mark is left in the database before the first account is written. */
    DemoWorld(List<DemoChapter> chapters, DemoProgress progress, Runnable mark) {
        this.chapters = chapters;
        this.progress = progress;
        this.mark = mark;
    }

    void writeOnce() {
        if (chapters.isEmpty()) {
            return;
        }
        if (progress.isWritten()) {
            if (!progress.isWrittenAs(chapters)) {
                Words.sayLines("demo.grown");
            }
            return;
        }
        long start = System.nanoTime();
        progress.begin();
        mark.run();
        List<String> times = new ArrayList<>();
        for (int i = 0; i < chapters.size(); i++) {
            DemoChapter chapter = chapters.get(i);
            Words.say("demo.chapter", i + 1, chapters.size(), chapter.title());
            long begun = System.nanoTime();
            write(chapter);
            times.add("%s %d ms".formatted(chapter.key(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
        }
        progress.complete(chapters);
        Words.say("demo.written", String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9), String.join(", ", times));
    }

    void introduce() {
        List<DemoAccount> accounts = chapters.stream().flatMap(chapter -> chapter.accounts().stream()).toList();
        if (accounts.isEmpty()) {
            return;
        }
        Words.say("accounts");
        accounts.forEach(account ->
                Words.plain("  %-28s %-20s %s".formatted(account.login(), account.password(), account.who())));
    }

    private static void write(DemoChapter chapter) {
        try {
            chapter.write(chance(chapter)).toFuture().get(LONGEST_CHAPTER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(Words.bothLines("demo.failed", chapter.key(), e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(Words.bothLines("demo.failed", chapter.key(), LONGEST_CHAPTER), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same chance on every machine and every day: seeded by the chapter's own name. */
    private static RandomGenerator chance(DemoChapter chapter) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(chapter.key().hashCode());
    }
}
