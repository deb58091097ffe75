package org.jucai.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/** What this installation remembers about itself: ports, passwords, how far the demo world came. Readable by its owner only. */
final class Notebook {

    static final String FILE = "local.properties";

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final Properties notes = new Properties();

    Notebook(DataDirectory data) {
        this.file = data.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                notes.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String read(String key, String otherwise) {
        return notes.getProperty(key, otherwise);
    }

    /** Whole or not at all, also when the power goes: written beside, forced to disk, then moved into place. */
    void write(String key, String value) {
        notes.setProperty(key, value);
        try {
            StringWriter text = new StringWriter();
            try (Writer writer = text) {
                notes.store(writer, null);
            }
            Path beside = file.resolveSibling(FILE + ".new");
            Files.deleteIfExists(beside);
            Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (FileChannel channel = FileChannel.open(beside, options, ownerOnly)) {
                channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password of one account of this installation, made up at first asking: 32 hexadecimal digits, safe in any URL or file. */
    String password(String account) {
        String key = "password." + account;
        if (!notes.containsKey(key)) {
            byte[] chance = new byte[16];
            random.nextBytes(chance);
            write(key, HexFormat.of().formatHex(chance));
        }
        return notes.getProperty(key);
    }

    /** The port a server had last time, or a free one when it has none or somebody else has taken it. */
    int port(String server) {
        String key = "port." + server;
        int known = Integer.parseInt(notes.getProperty(key, "0"));
        if (known != 0 && LocalSettings.isFree("127.0.0.1", known)) {
            return known;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            write(key, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
