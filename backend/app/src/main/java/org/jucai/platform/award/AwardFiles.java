package org.jucai.platform.award;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Award documents on a disk: plain JSON, or a ZIP file of problem.json and result.json. */
final class AwardFiles {

    static final String PROBLEM = "problem.json";
    static final String RESULT = "result.json";

    /** A document is no larger; what unpacks to more is refused before it is held. */
    private static final int MOST_BYTES = 512 << 20;

    private AwardFiles() {}

    static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, file.toString());
        }
    }

    /** The two documents in a ZIP file, by name; others in it are passed over. */
    static Map<String, byte[]> unzip(Path file) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!name.equals(PROBLEM) && !name.equals(RESULT)) continue;
                if (found.put(name, bounded(zip, name)) != null) throw new IOException(name + " twice");
            }
        }
        return found;
    }

    private static byte[] bounded(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw new IOException(name + ": > " + MOST_BYTES);
        return bytes;
    }
}
