package org.jucai.local;

import java.util.List;

/**
 * How far the demo world came, kept in the data directory. A world that was cut off in the middle is thrown away with its
 * database and written again: half a world would differ from the whole one in ways nobody can see.
 */
final class DemoProgress {

    private static final String KEY = "demo.chapters";
    private static final String NOTHING = "";
    private static final String WRITING = "writing";

    private final LocalServers servers;

    DemoProgress(LocalServers servers) {
        this.servers = servers;
    }

    void clearWhatWasInterrupted() {
        if (servers.notebook().read(KEY, NOTHING).equals(WRITING)) {
            Words.say("demo.again");
            servers.postgres().emptyDatabase();
        }
    }

    boolean isWritten() {
        return !servers.notebook().read(KEY, NOTHING).equals(NOTHING);
    }

    boolean isWrittenAs(List<DemoChapter> chapters) {
        return servers.notebook().read(KEY, NOTHING).equals(keys(chapters));
    }

    void begin() {
        servers.notebook().write(KEY, WRITING);
    }

    void complete(List<DemoChapter> chapters) {
        servers.notebook().write(KEY, keys(chapters));
    }

    private static String keys(List<DemoChapter> chapters) {
        return String.join(",", chapters.stream().map(DemoChapter::key).toList());
    }
}
