package org.jucai.platform.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The scheme's own example, as its specification and libraries carry it. */
    @Test
    void theExampleOfTheSchemeIsSignedAsItSays() {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        String signed = Signature.of(List.of(secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
        assertThat(signed).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whileASecretIsRotatedBothSign() {
        byte[] body = {1, 2, 3};
        String one = Signature.secret(new byte[32]);
        String other = Signature.secret(new byte[] {9, 9, 9});
        assertThat(Signature.of(List.of(one, other), "msg_1", 5, body).split(" ")).containsExactly(Signature.of(List.of(one), "msg_1", 5, body), Signature.of(List.of(other), "msg_1", 5, body));
    }
}
