package org.jucai.platform.rounds.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses the upload at the first byte beyond the limit; does not close what it was lent. */
final class CappedStream extends FilterInputStream {

    private final long limit;
    private long seen;

    CappedStream(InputStream lent, long limit) {
        super(lent);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) count(1);
        return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        if (n > 0) count(n);
        return n;
    }

    private void count(int n) {
        seen += n;
        if (seen > limit) throw WorkbookRefusal.WORKBOOK_TOO_LARGE.over(limit >> 20);
    }

    @Override
    public void close() {}
}
