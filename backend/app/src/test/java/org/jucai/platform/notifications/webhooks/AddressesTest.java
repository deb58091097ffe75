package org.jucai.platform.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void addressesInsideAreRefusedHoweverTheyAreWritten() {
        for (String inside : List.of("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8",
                "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::7", "ff02::1", "::ffff:10.0.0.1",
                "64:ff9b::a00:1", "2002:a00:1::", "2001:0:a00:1::", "2001:db8::1")) {
            assertThat(Addresses.isPublic(InetAddress.ofLiteral(inside))).as(inside).isFalse();
        }
        for (String outside : List.of("1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.0", "2606:4700::1111", "240e::1")) {
            assertThat(Addresses.isPublic(InetAddress.ofLiteral(outside))).as(outside).isTrue();
        }
    }

    @Test
    void onlyHttpsOutsideIsTakenAndThisMachineOnlyWhereItMay() {
        assertThat(Addresses.fault("https://erp.example.com/hooks?tenant=1", false)).isEmpty();
        assertThat(Addresses.fault("https://erp.example.com:8443/hooks", false)).isEmpty();
        for (String refused : List.of("http://erp.example.com/hooks", "ftp://erp.example.com/", "https://user:word@erp.example.com/", "https://erp.example.com/#part", "https:///hooks",
                "https://localhost/hooks", "https://127.0.0.1/", "https://[::1]/", "https://[fd00::1]/", "https://10.0.0.1/", "https://169.254.169.254/latest", "https://2130706433/", "https://0x7f000001/",
                "https://127.1/", "https://intranet/", "https://db.internal/", "https://printer.local/", "https://erp.example.com:0/", "https://erp.example.com:99999/", "mailto:a@b.cn", "not an address", "//erp.example.com")) {
            assertThat(Addresses.fault(refused, false)).as(refused).isNotEmpty();
        }
        assertThat(Addresses.fault("http://localhost:9/hooks", true)).isEmpty();
        assertThat(Addresses.fault("http://127.0.0.1:9/hooks", true)).isEmpty();
        assertThat(Addresses.fault("http://erp.example.com/hooks", true)).isNotEmpty();
        assertThat(Addresses.fault("http://10.0.0.1/hooks", true)).isNotEmpty();
    }
}
