package org.jucai.platform.rounds.workbook;

/** Hears how far the reading is. Called on the reading thread, every few hundred rows and once at the end. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (judged, loaded) -> {};

    /**
     * @param judgedRows rows judged so far; never falls
     * @param loadedRows rows taken out of the file so far, of which those judged are a part; never falls
     */
    void rows(int judgedRows, int loadedRows);
}
