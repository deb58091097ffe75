package org.jucai.platform.rounds.workbook;

/** Counts rows for the listener without telling it each one. */
final class Counter {

    private static final int STEP = 500;

    private final Progress progress;
    private int loaded;
    private int judged;

    Counter(Progress progress) {
        this.progress = progress;
    }

    void loadedRow() {
        if (++loaded % STEP == 0) progress.rows(judged, loaded);
    }

    void judgedRow() {
        judged = Math.min(judged + 1, loaded);
        if (judged % STEP == 0) progress.rows(judged, loaded);
    }

    void done() {
        judged = loaded;
        progress.rows(judged, loaded);
    }
}
