package org.jucai.platform.notifications.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where may be posted to. An address is judged as it is written when a webhook is made, and each time as it resolves when it is
 * connected to: a name that led outside yesterday may lead inside today.
 */
final class Addresses {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");
    private static final int LONGEST = 500;
    private static final int MOST_PORT = 65_535;

    private Addresses() {}

    /** What is wrong with an address as written; {@code local}: this machine itself may be posted to, without TLS. */
    static Optional<String> fault(String text, boolean local) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException unreadable) {
            return Optional.of("unreadable");
        }
        String host = uri.getHost();
        if (text.length() > LONGEST || host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) return Optional.of("unreadable");
        if (uri.getPort() == 0 || uri.getPort() > MOST_PORT) return Optional.of("port");
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (local && isThisMachine(host) && (scheme.equals("http") || scheme.equals("https"))) return Optional.empty();
        if (!scheme.equals("https")) return Optional.of("https");
        return isInside(host) ? Optional.of("inside") : Optional.empty();
    }

    static boolean isThisMachine(String host) {
        return THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
    }

    /** A name without a full stop, a name of inside, or a number that lies inside; other names are judged when they resolve. */
    private static boolean isInside(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") || name.matches("[0-9.]+") || name.startsWith("0x")) return !literal(name).filter(Addresses::isPublic).isPresent();
        return !name.contains(".") || name.endsWith(".localhost") || name.endsWith(".local") || name.endsWith(".internal");
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Whether an address is one of the public network: neither this machine, nor a network of one's own, nor set apart (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress()) return false;
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(int a, int b, int c) {
        if (a == 0 || a == 10 || a == 127 || a >= 224) return false;
        if (a == 100 && b >= 64 && b < 128 || a == 169 && b == 254 || a == 172 && b >= 16 && b < 32) return false;
        if (a == 192 && (b == 168 || b == 0 && (c == 0 || c == 2) || b == 88 && c == 99)) return false;
        return !(a == 198 && (b == 18 || b == 19 || b == 51 && c == 100) || a == 203 && b == 0 && c == 113);
    }

    /** Of 2000::/3 only, and there without the ranges that carry an address of the older kind or are set apart. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if (first < 0x2000 || first > 0x3fff) return false;
        return first != 0x2002 && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8));
    }
}
