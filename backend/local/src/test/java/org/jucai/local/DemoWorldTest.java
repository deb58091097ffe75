package org.jucai.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class DemoWorldTest {

    @TempDir
    Path directory;

    @Test
    void eachChapterIsWrittenOnceAndWithTheSameChance() {
        List<Long> first = writtenWith("members", "rounds");
        assertThat(first).as("seeded by the chapter's name").isEqualTo(Stream.of("members", "rounds")
                .map(key -> RandomGeneratorFactory.of("L64X128MixRandom").create(key.hashCode()).nextLong())
                .toList());
        List<Long> again = writtenWith("members", "rounds");
        assertThat(first).hasSize(2).doesNotHaveDuplicates();
        assertThat(again).as("the second start writes nothing").isEmpty();
    }

    @Test
    void theSwitchesAreReadFromPropertiesFirstAndBlankMeansNotGiven() {
        Properties properties = new Properties();
        properties.setProperty("jucai.port", "");
        properties.setProperty("jucai.reset", "true");
        LocalSettings settings = LocalSettings.read(Map.of("JUCAI_PORT", "8099", "JUCAI_RESET", "false"), properties);
        assertThat(settings.port()).isEqualTo(8099);
        assertThat(settings.reset()).isTrue();
        assertThat(settings.address()).isEqualTo("127.0.0.1");
    }

    private List<Long> writtenWith(String... keys) {
        DataDirectory data = DataDirectory.take(directory);
        try {
            List<Long> drawn = new ArrayList<>();
            List<DemoChapter> chapters = Stream.of(keys).map(key -> chapter(key, drawn)).toList();
            new DemoWorld(chapters, new DemoProgress(new Notebook(data), () -> {}), () -> {}).writeOnce();
            return drawn;
        } finally {
            data.release();
        }
    }

    private static DemoChapter chapter(String key, List<Long> drawn) {
        return new DemoChapter() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public String title() {
                return key;
            }

            @Override
            public Mono<Void> write(RandomGenerator chance) {
                return Mono.fromRunnable(() -> drawn.add(chance.nextLong()));
            }
        };
    }
}
