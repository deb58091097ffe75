package org.jucai.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What a person may choose at the start, each as an environment variable or as a system property.
 *
 * @param data where everything is kept (JUCAI_DATA, -Djucai.data); default: data/ in the working directory
 * @param port of pages and API (JUCAI_PORT, -Djucai.port); default 8080
 * @param address that is listened on (JUCAI_ADDRESS, -Djucai.address); default: this machine only, for the demo's passwords are public
 * @param reset whether to start from nothing (JUCAI_RESET, -Djucai.reset)
 */
record LocalSettings(Path data, int port, String address, boolean reset) {

    static LocalSettings read(Map<String, String> environment, Properties properties) {
        return new LocalSettings(
                Path.of(chosen("data", "data", environment, properties)).toAbsolutePath().normalize(),
                port(chosen("port", "8080", environment, properties)),
                chosen("address", "127.0.0.1", environment, properties),
                Boolean.parseBoolean(chosen("reset", "false", environment, properties)));
    }

    /** Fails with one sentence, before anything has been started or touched. */
    void requireFreePort() {
        if (!isFree(address, port)) {
            throw new LocalTrouble("port.in.use", Integer.toString(port));
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new LocalTrouble("port.invalid", text);
        }
        throw new LocalTrouble("port.invalid", text);
    }

    /** A blank value counts as not given, because the build hands every switch on, chosen or not. */
    private static String chosen(String name, String otherwise, Map<String, String> environment, Properties properties) {
        String property = properties.getProperty("jucai." + name, "");
        String variable = environment.getOrDefault("JUCAI_" + name.toUpperCase(Locale.ROOT), "");
        return !property.isBlank() ? property.strip() : !variable.isBlank() ? variable.strip() : otherwise;
    }
}
