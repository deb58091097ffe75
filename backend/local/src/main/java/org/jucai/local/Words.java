package org.jucai.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said on the terminal, in Chinese and English. UTF-8 whatever the locale: a bare POSIX locale would print question marks. */
final class Words {

    private static final ResourceBundle ZH = bundle(Locale.ROOT);
    private static final ResourceBundle EN = bundle(Locale.ENGLISH);
    private static final PrintStream OUT = utf8(FileDescriptor.out);
    private static final PrintStream ERR = utf8(FileDescriptor.err);

    private Words() {}

    /** One short line of progress, both languages side by side. */
    static void say(String key, Object... facts) {
        OUT.println(in(ZH, key, facts) + "  " + in(EN, key, facts));
    }

    static void sayLines(String key, Object... facts) {
        OUT.println(bothLines(key, facts));
    }

    static void complain(LocalTrouble trouble) {
        ERR.println(trouble.getMessage());
    }

    static void plain(String line) {
        OUT.println(line);
    }

    static String bothLines(String key, Object... facts) {
        return in(ZH, key, facts) + System.lineSeparator() + in(EN, key, facts);
    }

    private static String in(ResourceBundle bundle, String key, Object... facts) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(facts);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.jucai.local.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
