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

    private final Notebook notebook;
    private final Runnable emptyDatabase;

    DemoProgress(Notebook notebook, Runnable emptyDatabase) {
        this.notebook = notebook;
        this.emptyDatabase = emptyDatabase;
    }

    void clearWhatWasInterrupted() {
        if (notebook.read(KEY, NOTHING).equals(WRITING)) {
            Words.say("demo.again");
            emptyDatabase.run();
        }
    }

    boolean isWritten() {
        return !notebook.read(KEY, NOTHING).equals(NOTHING);
    }

    boolean isWrittenAs(List<DemoChapter> chapters) {
        return notebook.read(KEY, NOTHING).equals(keys(chapters));
    }

    void begin() {
        notebook.write(KEY, WRITING);
    }

    void complete(List<DemoChapter> chapters) {
        notebook.write(KEY, keys(chapters));
    }

    private static String keys(List<DemoChapter> chapters) {
        return String.join(",", chapters.stream().map(DemoChapter::key).toList());
    }
}
