package org.jucai.platform.rounds.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jucai.platform.kernel.RefusedException;

/**
 * The reader of demand workbooks. Reading changes nothing and is repeatable: the same bytes and setting give an equal preview.
 * A file that is refused as a whole ends in a {@link RefusedException} carrying a {@link WorkbookRefusal}.
 */
public final class DemandWorkbook {

    private DemandWorkbook() {}

    /** Reads an .xlsx or .xls file; what it is, is told from its content and not from its name. */
    public static Preview read(Path file, Setting setting, Progress progress) throws IOException {
        List<SheetPreview> sheets = new ArrayList<>();
        Judge judge = new Judge(setting);
        Repetitions repetitions = new Repetitions();
        Counter counter = new Counter(progress);
        BookOpener.open(file, setting.limits(), counter,
                grid -> sheets.add(new SheetReader(grid, setting, judge, repetitions, counter).read()));
        return Preview.of(sheets, setting);
    }

    /** Spools the stream to a temporary file no larger than the limit allows, then reads that. The stream is not closed. */
    public static Preview read(InputStream bytes, Setting setting, Progress progress) throws IOException {
        Path file = Files.createTempFile("demand-", ".workbook");
        try {
            Files.copy(new CappedStream(bytes, setting.limits().maxBytes()), file, StandardCopyOption.REPLACE_EXISTING);
            return read(file, setting, progress);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Refuses a file at once for what can be told without reading it; what it lets pass may still be refused in reading. */
    public static void glance(byte[] bytes, Limits limits) throws IOException {
        Path file = Files.createTempFile("demand-", ".workbook");
        try {
            Files.write(file, bytes);
            BookOpener.glance(file, limits);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Judges one row again after a person changed its texts: the same rules, quantities in tonnes unless a text names its unit.
     * Whether it repeats another line is told by {@link Preview#with(RowPreview, Setting)}.
     */
    public static RowPreview again(At at, Map<Field, String> texts, Setting setting) {
        return again(new RowPreview.NotData(at, NotDataKind.NOTE, "", List.of()), texts, setting);
    }

    /** As {@link #again(At, Map, Setting)}, for a row that was sent: what stands around it still holds, and what is
     * wrong with it is still told by its cells. */
    public static RowPreview again(RowPreview judged, Map<Field, String> texts, Setting setting) {
        RawRow row = new RawRow(judged.at(), judged.context(), judged.sent());
        texts.forEach(row::put);
        return new Judge(setting).judge(row, TableUnits.TONNES_AND_YUAN);
    }
}
