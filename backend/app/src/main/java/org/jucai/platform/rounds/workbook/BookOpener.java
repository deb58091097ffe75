package org.jucai.platform.rounds.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** Tells from the first bytes what a file is and hands it to the reader of that format. */
final class BookOpener {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

    private BookOpener() {}

    /** Feeds each sheet to {@code sheets} in the order of the file, one in memory at a time. */
    static void open(Path file, Limits limits, Counter counter, Consumer<Grid> sheets) throws IOException {
        if (Files.size(file) > limits.maxBytes()) throw WorkbookRefusal.WORKBOOK_TOO_LARGE.over(limits.maxBytes() >> 20);
        byte[] head = head(file);
        Budget budget = new Budget(limits, counter);
        if (startsWith(head, ZIP)) XlsxBook.read(file, budget, sheets);
        else if (startsWith(head, OLE2)) XlsBook.read(file, budget, sheets);
        else throw (oldBiff(head) ? WorkbookRefusal.WORKBOOK_TOO_OLD : WorkbookRefusal.WORKBOOK_NOT_EXCEL).now();
        counter.done();
    }

    /** Refuses at once what size, first bytes and the container's index tell. */
    static void glance(Path file, Limits limits) throws IOException {
        if (Files.size(file) > limits.maxBytes()) throw WorkbookRefusal.WORKBOOK_TOO_LARGE.over(limits.maxBytes() >> 20);
        byte[] head = head(file);
        if (startsWith(head, ZIP)) GuardedZip.open(file, limits).close();
        else if (startsWith(head, OLE2)) XlsBook.glance(file);
        else throw (oldBiff(head) ? WorkbookRefusal.WORKBOOK_TOO_OLD : WorkbookRefusal.WORKBOOK_NOT_EXCEL).now();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** A worksheet of Excel 2 to 4 begins with its BOF record, without a container. */
    private static boolean oldBiff(byte[] head) {
        return head.length >= 4 && head[0] == 9 && (head[1] == 0 || head[1] == 2 || head[1] == 4) && head[3] == 0;
    }
}
