package org.jucai.platform.files;

import java.util.Locale;

/** What a file is called. A name leads nowhere, hides nothing and ends as its bytes say. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    /** The last part of what was stated, without what cannot be seen or turns the direction of writing, ending as files of its kind do. */
    static String of(String stated, FileType type) {
        String last = stated.substring(Math.max(stated.lastIndexOf('/'), stated.lastIndexOf('\\')) + 1);
        StringBuilder seen = new StringBuilder();
        last.codePoints().filter(FileName::isSeen).forEach(seen::appendCodePoint);
        String name = seen.toString().strip().replaceAll("^\\.+", "");
        String end = "." + type.extension();
        boolean ends = name.toLowerCase(Locale.ROOT).endsWith(end) || type == FileType.JPEG && name.toLowerCase(Locale.ROOT).endsWith(".jpeg");
        String stem = name.isEmpty() ? "file" : name;
        return ends && name.codePointCount(0, name.length()) <= LONGEST ? name : cut(stem, LONGEST - end.length()) + end;
    }

    private static boolean isSeen(int point) {
        int kind = Character.getType(point);
        boolean hidden = kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE || kind == Character.UNASSIGNED
                || kind == Character.LINE_SEPARATOR || kind == Character.PARAGRAPH_SEPARATOR;
        return !hidden && "\"<>|:*?".indexOf(point) < 0;
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
