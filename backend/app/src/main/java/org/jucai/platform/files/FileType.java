package org.jucai.platform.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What is kept. A file is of a kind by its first bytes, whatever its name says; nothing that a browser would run is among them. */
public enum FileType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic"),
    PDF("application/pdf", "pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    /** So many bytes tell a kind, or that it is an archive whose entries do. */
    static final int HEAD = 16;

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1");

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without its dot. */
    public String extension() {
        return extension;
    }

    /** By its first bytes; empty where they say nothing, or that it is an archive. */
    static Optional<FileType> of(byte[] head) {
        if (begins(head, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) return Optional.of(JPEG);
        if (begins(head, PNG_HEAD)) return Optional.of(PNG);
        if (text(head, 0).equals("RIFF") && text(head, 8).equals("WEBP")) return Optional.of(WEBP);
        if (text(head, 4).equals("ftyp") && HEIC_BRANDS.contains(text(head, 8))) return Optional.of(HEIC);
        return begins(head, "%PDF-".getBytes(StandardCharsets.US_ASCII)) ? Optional.of(PDF) : Optional.empty();
    }

    static boolean isArchive(byte[] head) {
        return begins(head, new byte[] {'P', 'K', 3, 4});
    }

    /** Of an archive with these entries; one that carries programs is none of ours. */
    static Optional<FileType> ofEntries(Set<String> entries) {
        if (!entries.contains("[Content_Types].xml") || entries.stream().anyMatch(entry -> entry.endsWith("vbaProject.bin"))) return Optional.empty();
        if (entries.contains("xl/workbook.xml")) return Optional.of(XLSX);
        return entries.contains("word/document.xml") ? Optional.of(DOCX) : Optional.empty();
    }

    private static boolean begins(byte[] head, byte[] with) {
        return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
    }

    private static String text(byte[] head, int at) {
        return head.length < at + 4 ? "" : new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }
}
