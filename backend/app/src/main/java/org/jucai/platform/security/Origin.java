package org.jucai.platform.security;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a request comes from, as far as it can be told.
 *
 * @param address network address; behind a proxy the one it forwards, if the installation trusts it
 * @param device the browser as it names itself, cut to 120 printable characters
 */
public record Origin(String address, String device) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final int DEVICE_LENGTH = 120;

    public static Origin of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        String named = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        String device = named == null ? "" : UNPRINTABLE.matcher(named).replaceAll("");
        return new Origin(
                remote == null ? "" : remote.isUnresolved() ? remote.getHostString() : remote.getAddress().getHostAddress(),
                device.substring(0, Math.min(DEVICE_LENGTH, device.length())));
    }
}
