package org.jucai.platform.rounds.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Tells how many bytes have come out of a part, and calls a broken part damaged. */
final class WatchedStream extends FilterInputStream {

    /** Hears the count so far and how much the last step added. */
    @FunctionalInterface
    interface Watch {
        void read(long soFar, int last);
    }

    private final Watch watch;
    private long soFar;

    WatchedStream(InputStream in, Watch watch) {
        super(in);
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n;
        try {
            n = super.read(into, from, length);
        } catch (ZipException | java.io.EOFException e) {
            throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        }
        if (n > 0) {
            soFar += n;
            watch.read(soFar, n);
        }
        return n;
    }
}
