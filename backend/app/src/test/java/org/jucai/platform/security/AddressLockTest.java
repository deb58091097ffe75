package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.JucaiApplication;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Credential;
import org.jucai.platform.testing.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Somebody who guesses the passwords of many accounts from one address. */
@ResourceLock(Servers.LOCK)
class AddressLockTest {

    private static final int FAILURES = 6;

    private static final KnownPeople PEOPLE = new KnownPeople();
    private static ConfigurableApplicationContext node;

    @BeforeAll
    static void aNodeThatCountsByAddress() {
        Map<String, Object> settings = new HashMap<>(Servers.settings("jucai"));
        settings.put("jucai.security.address-attempts", FAILURES);
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        node = new SpringApplicationBuilder(JucaiApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("knownPeople", KnownPeople.class, () -> PEOPLE, bean -> bean.setPrimary(true)))
                .run(settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()).toArray(String[]::new));
    }

    @AfterAll
    static void itEnds() {
        node.close();
    }

    @Test
    void whoFailsOnManyAccountsFromOneAddressWaitsWhoeverItThenIsAndOtherAddressesDoNot() throws IOException {
        Credential anna = PEOPLE.add("anna-" + UUID.randomUUID().toString().substring(0, 8), PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        for (int i = 0; i < FAILURES; i++) {
            assertThat(status(signIn("127.0.0.2", "guessed-" + UUID.randomUUID(), "wrong", "10.0.0." + i))).as("guess %d", i).isEqualTo(401);
        }
        String refused = signIn("127.0.0.2", anna.account(), KnownPeople.PASSWORD, "10.0.0.99");
        assertThat(status(refused)).as("the right password, and a header that names another address").isEqualTo(429);
        assertThat(refused).contains("/problems/sign-in-locked");
        assertThat(retryAfter(refused)).isBetween(1, 30);
        assertThat(status(signIn("127.0.0.3", anna.account(), KnownPeople.PASSWORD, ""))).as("another address").isEqualTo(200);
    }

    @Test
    void whoSucceedsIsNotCountedHoweverManyShareAnAddress() throws IOException {
        for (int i = 0; i < FAILURES * 2; i++) {
            Credential one = PEOPLE.add("office-" + i + "-" + UUID.randomUUID().toString().substring(0, 8), PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
            assertThat(status(signIn("127.0.0.4", one.account(), KnownPeople.PASSWORD, ""))).isEqualTo(200);
        }
    }

    /** Signs in from an address of this machine. */
    private static String signIn(String from, String account, String password, String forwarded) throws IOException {
        byte[] body = "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password).getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + (forwarded.isEmpty() ? "" : "X-Forwarded-For: " + forwarded + "\r\n") + "Content-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", node.getEnvironment().getRequiredProperty("local.server.port", Integer.class)), 5_000);
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static int retryAfter(String answer) {
        return answer.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("retry-after:"))
                .mapToInt(line -> Integer.parseInt(line.substring(12).strip())).findFirst().orElseThrow();
    }
}
