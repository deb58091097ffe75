package org.jucai.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jucai.platform.testing.Client;

/** Sends and fetches bytes as they are, over a line that can be cut. */
final class Sender {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final Client who;

    Sender(int port, Client who) {
        this.port = port;
        this.who = who;
    }

    /** The head of an upload and its form, up to the file's first byte. */
    private byte[] opening(String key, String name, long fileBytes) {
        String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/html\r\n\r\n";
        long all = form.getBytes(StandardCharsets.UTF_8).length + fileBytes + ENDING.length;
        String head = "POST /api/files HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + who.token() + "\r\nIdempotency-Key: " + key
                + "\r\nAccept: */*\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " + all + "\r\nConnection: close\r\n\r\n";
        return (head + form).getBytes(StandardCharsets.UTF_8);
    }

    private static final byte[] ENDING = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);

    /** Sends all of it and reads the answer. */
    String sends(String key, String name, byte[] file) {
        try (Socket line = new Socket("localhost", port)) {
            line.setSoTimeout(30_000);
            OutputStream out = line.getOutputStream();
            out.write(opening(key, name, file.length));
            try {
                out.write(file);
                out.write(ENDING);
                out.flush();
            } catch (IOException refusedBeforeItsEnd) {
                // The answer is read all the same.
            }
            return answer(line.getInputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String answer(InputStream in) {
        StringBuilder all = new StringBuilder();
        byte[] chunk = new byte[8_192];
        try {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) all.append(new String(chunk, 0, read, StandardCharsets.UTF_8));
        } catch (IOException cut) {
            all.append("\n(the line was cut)");
        }
        return all.toString();
    }

    /** Sends so many of its bytes; the caller cuts the line. */
    Socket begins(String key, byte[] file, int bytes) {
        try {
            Socket line = new Socket("localhost", port);
            line.getOutputStream().write(opening(key, "a.jpg", file.length));
            line.getOutputStream().write(Arrays.copyOf(file, bytes));
            line.getOutputStream().flush();
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The bytes of a file, with these headers. */
    HttpResponse<byte[]> fetches(String file, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/files/" + file + "/content")).header("Authorization", "Bearer " + who.token());
        if (headers.length > 0) asked.headers(headers);
        return HTTP.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
