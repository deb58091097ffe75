package org.jucai.platform.rounds.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The container of an .xlsx, judged by its index before anything is unpacked, and watched while it is: no part may be larger
 * than the index says, nor unpack to far more than it weighs.
 */
final class GuardedZip implements Closeable {

    private static final int MOST_PARTS = 2_000;
    private static final int MOST_TIMES = 200;
    private static final long SMALL = 2L << 20;
    private static final int PEEK = 4_096;

    private final ZipFile zip;
    private final long mostBytes;
    private long unpacked;

    private GuardedZip(ZipFile zip, long mostBytes) {
        this.zip = zip;
        this.mostBytes = mostBytes;
    }

    static GuardedZip open(Path file, Limits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        }
        GuardedZip guarded = new GuardedZip(zip, limits.maxInflatedBytes());
        try {
            guarded.judge();
            return guarded;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void judge() throws IOException {
        if (zip.size() > MOST_PARTS) throw WorkbookRefusal.WORKBOOK_INFLATES_TOO_MUCH.now();
        List<ZipEntry> entries = new ArrayList<>(zip.stream().map(ZipEntry.class::cast).toList());
        Set<String> names = new HashSet<>();
        long total = 0;
        for (ZipEntry entry : entries) {
            names.add(entry.getName().toLowerCase(Locale.ROOT));
            total += Math.max(0, entry.getSize());
            if (total > mostBytes || swells(entry, entry.getSize())) throw WorkbookRefusal.WORKBOOK_INFLATES_TOO_MUCH.now();
        }
        if (names.size() < entries.size()) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        if (!names.contains("[content_types].xml")) throw WorkbookRefusal.WORKBOOK_NOT_EXCEL.now();
        forbidden(names);
        for (ZipEntry entry : entries) peek(entry);
    }

    private static void forbidden(Set<String> names) {
        if (names.stream().anyMatch(n -> n.endsWith("vbaproject.bin") || n.contains("/macrosheets/") || n.contains("/activex/")))
            throw WorkbookRefusal.WORKBOOK_HAS_MACROS.now();
        if (names.stream().anyMatch(n -> n.contains("/externallinks/"))) throw WorkbookRefusal.WORKBOOK_HAS_EXTERNAL_LINKS.now();
    }

    /** Looks at the first bytes of each part of XML, also of those that will not be read. */
    private void peek(ZipEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xml") && !name.endsWith(".rels") && !name.endsWith(".vml")) return;
        try (InputStream in = stream(entry)) {
            String head = new String(in.readNBytes(PEEK), StandardCharsets.ISO_8859_1).replace("\0", "").toUpperCase(Locale.ROOT);
            if (head.contains("<!DOCTYPE") || head.contains("<!ENTITY")) throw WorkbookRefusal.WORKBOOK_HAS_DOCTYPE.now();
            if (name.equals("[content_types].xml") && head.contains("MACROENABLED")) throw WorkbookRefusal.WORKBOOK_HAS_MACROS.now();
        }
    }

    private static boolean swells(ZipEntry entry, long size) {
        return size > SMALL && entry.getCompressedSize() >= 0 && size / MOST_TIMES > entry.getCompressedSize();
    }

    /** A part by its path; a path that does not exist is damage. */
    InputStream part(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        return stream(entry);
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        InputStream in;
        try {
            in = zip.getInputStream(entry);
        } catch (ZipException e) {
            throw WorkbookRefusal.WORKBOOK_ENCRYPTED.now();
        }
        return new WatchedStream(in, (soFar, last) -> watch(entry, soFar, last));
    }

    private void watch(ZipEntry entry, long soFar, int last) {
        unpacked += last;
        if (unpacked > mostBytes || swells(entry, soFar)) throw WorkbookRefusal.WORKBOOK_INFLATES_TOO_MUCH.now();
        if (entry.getSize() >= 0 && soFar > entry.getSize()) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
