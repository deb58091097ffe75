package org.jucai.platform.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.junit.jupiter.api.Test;

/** Answers that others published. */
class KnownAnswersTest {

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** RFC 9180 appendix A.1.1: DeriveKeyPair of DHKEM(X25519, HKDF-SHA256). */
    @Test
    void anEphemeralKeyIsDerivedAsTheStandardDerivesIt() {
        assertThat(Hpke.ephemeral(hex("7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234")).encapsulated())
                .isEqualTo(hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"));
        assertThat(Hpke.publicKey(hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8")))
                .isEqualTo(hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d"));
    }

    /** The vector that BoringSSL and Tink carry for X25519, HKDF-SHA256, AES-256-GCM, which RFC 9180's appendix leaves out. */
    @Test
    void aMessageIsSealedAsOthersSealIt() {
        X25519PrivateKeyParameters ephemeral = new X25519PrivateKeyParameters(hex("28e212563a8b6f068af7ff17400ff1baf23612b7a738bbaf5dfb321b2b5b431a"));
        X25519PublicKeyParameters open = ephemeral.generatePublicKey();
        byte[] sealed = new Hpke.Ephemeral(new AsymmetricCipherKeyPair(open, ephemeral)).seal(hex("ac66bae9ffa270cf4a89ed9f274e30c0456babae2572aaaf002ff0d8884ab018"),
                new Hpke.Bound(hex("4f6465206f6e2061204772656369616e2055726e"), hex("436f756e742d30")), hex("4265617574792069732074727574682c20747275746820626561757479"));
        assertThat(sealed).isEqualTo(hex("23ded2d5d90ea89d975dac4792b297240f194952d7421aacbff0474100052b6bb8aa58d18ef6c42b6960e2e28f"));
    }

    /** Products and quotients of FIPS 197 section 4.2 and of HashiCorp Vault's tests of the same field. */
    @Test
    void theFieldIsThatOfAes() {
        // On the line through (x1, y1) and (x2, y2) the value at 0 is (y1 x2 + y2 x1) / (x1 + x2); with y2 = 0 it shows one product and one quotient.
        assertThat(secret(0x57, 2, 0, 3)).as("57 * 03 / 01, FIPS 197: 57 * 02 = ae").isEqualTo(0xAE ^ 0x57);
        assertThat(secret(0x57, 0x12, 0, 0x13)).as("57 * 13 = fe").isEqualTo(0xFE);
        assertThat(secret(3, 6, 0, 7)).as("3 * 7 = 9").isEqualTo(9);
        assertThat(secret(0x53, 0xCB, 0, 0xCA)).as("53 * ca = 01").isEqualTo(1);
    }

    private static int secret(int y1, int x1, int y2, int x2) {
        return Shamir.secret(new byte[] {(byte) y1, (byte) x1}, new byte[] {(byte) y2, (byte) x2})[0] & 0xFF;
    }

    /** Made once with the browser's library, shamir-secret-sharing 0.0.4, which was audited. */
    @Test
    void sharesThatTheBrowserMadeGiveItsSecret() {
        byte[] secret = hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        List<byte[]> shares = List.of(hex(BROWSER_SHARES[0]), hex(BROWSER_SHARES[1]), hex(BROWSER_SHARES[2]));
        for (int one = 0; one < 3; one++) {
            for (int other = 0; other < 3; other++) if (one != other) assertThat(Shamir.secret(shares.get(one), shares.get(other))).isEqualTo(secret);
        }
    }

    private static final String[] BROWSER_SHARES = {"f77f6f780e926bd868913686c999bb2572dd3375b0f16d312bd3211fd909da62e0", "e8e15e39abe75a65029ec545c250c9a639cf887c4c412c74a2a22c5dd2584c4012", "fdc332f7688e36517ed8790cd69442b87ab5c741b61ae2e831994323c6c5cacf37"};

    /** RFC 8032 section 7.1, TEST 1 to 3. */
    @Test
    void signingKeysAreThoseOfTheStandard() {
        assertThat(Signing.publicKey(hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))).isEqualTo(hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        assertThat(Signing.publicKey(hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))).isEqualTo(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    }

    /** RFC 8785 sections 3.2.2.2 and 3.2.3. */
    @Test
    void jsonIsWrittenAsTheStandardWritesIt() {
        assertThat(written(Map.of("s", "\u20ac$\u000F\nA'B\"\\\\\"/"))).isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        Map<String, Object> names = Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "\u0080", 6, "\u00f6", 7);
        assertThat(written(names)).isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
        assertThat(written(Map.of("n", List.of(0L, -1L, Json.MOST, -Json.MOST, true, false)))).isEqualTo("{\"n\":[0,-1,9007199254740991,-9007199254740991,true,false]}");
    }

    private static String written(Object tree) {
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(9);
        for (int trial = 0; trial < 500; trial++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) text.appendCodePoint(random.nextBoolean() ? random.nextInt(0x80) : 0xE000 + random.nextInt(0x2_0000 - 0xE000));
            Map<String, Object> tree = Map.of("t", text.toString(), "n", random.nextLong(-Json.MOST, Json.MOST));
            assertThat(Json.read(CanonicalJson.bytes(tree), 10_000)).as("seed 9, trial %d", trial).isEqualTo(tree);
        }
    }

    @Test
    void aFingerprintIsShortEnoughToReadAloud() {
        TrusteeKey key = new TrusteeKey("bank", Bytes.wrap(hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d")),
                Bytes.wrap(hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));
        assertThat(key.fingerprint()).isEqualTo("76719 45229 65165 79352 15922 48494");
    }
}
