package org.jucai.platform.bidding.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trustee's keys, its file, its proof and its releases. */
class TrusteeTest {

    private static final char[] PASSPHRASE = "正确 马 电池 订书钉 2026".toCharArray();

    private final Round round = new Round("R-2026-0042", 10);
    private final Envelope envelope = round.seal("supplier-1").envelope();
    private final TrusteeSecret bank = round.trustee(2);

    private static byte[] changed(byte[] json, String from, String to) {
        String text = new String(json, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aKeyFileOpensWithItsPassphraseOnly() {
        byte[] file = TrusteeKeyFile.write(bank, PASSPHRASE.clone(), round.chance);
        assertThat(TrusteeKeyFile.open(file, PASSPHRASE.clone()).key()).isEqualTo(bank.key());
        assertThatThrownBy(() -> TrusteeKeyFile.open(file, "正确 马 电池".toCharArray())).hasMessageStartingWith("KEY_FILE_LOCKED");
        assertThatThrownBy(() -> TrusteeKeyFile.open(changed(file, "\"bank\"", "\"association\""), PASSPHRASE.clone())).hasMessageStartingWith("KEY_FILE_LOCKED");
        assertThatThrownBy(() -> TrusteeKeyFile.write(bank, "elevenchars".toCharArray(), round.chance)).hasMessageStartingWith("PASSPHRASE_TOO_WEAK");
        assertThatThrownBy(() -> TrusteeKeyFile.open(changed(file, "1000000", "1000"), PASSPHRASE.clone())).hasMessageStartingWith("PASSPHRASE_TOO_WEAK");
        assertThatThrownBy(() -> TrusteeKeyFile.open(changed(file, "1000000", "900000000"), PASSPHRASE.clone())).hasMessageStartingWith("MEMBER_WRONG");
    }

    @Test
    void aPassphraseIsTheSameHoweverItWasTyped() {
        byte[] file = TrusteeKeyFile.write(bank, "Stra\u00dfe caf\u00e9 \uff11\uff12".toCharArray(), round.chance);
        assertThat(TrusteeKeyFile.open(file, "Stra\u00dfe cafe\u0301 12".toCharArray()).key()).isEqualTo(bank.key());
    }

    @Test
    void aCardIsSignedByTheKeysItShows() {
        byte[] card = TrusteeCard.of(bank).bytes();
        assertThat(TrusteeCard.read(card).key()).isEqualTo(bank.key());
        assertThatThrownBy(() -> TrusteeCard.read(changed(card, "\"bank\"", "\"bunk\""))).hasMessageStartingWith("SIGNATURE_WRONG");
        assertThatThrownBy(() -> TrusteeCard.read(changed(card, bank.key().sealTo().text(), round.trustee(1).key().sealTo().text()))).hasMessageStartingWith("SIGNATURE_WRONG");
        assertThatThrownBy(() -> TrusteeCard.read(changed(card, bank.key().signsWith().text(), round.trustee(1).key().signsWith().text()))).hasMessageStartingWith("SIGNATURE_WRONG");
    }

    @Test
    void onlyWhoHasTheKeyAnswersForIt() {
        Possession.Asked asked = Possession.ask(bank.key(), round.chance);
        Possession challenge = Possession.read(asked.challenge().bytes());
        Possession.check(challenge.answer(bank), asked.answerSha256());
        assertThatThrownBy(() -> challenge.answer(round.trustee(1))).hasMessageStartingWith("KEY_NOT_SHOWN");
        assertThatThrownBy(() -> Possession.check(Bytes.wrap(new byte[32]), asked.answerSha256())).hasMessageStartingWith("KEY_NOT_SHOWN");
    }

    @Test
    void aChallengeCannotBeAShareInDisguise() {
        Section section = envelope.section(1);
        Possession disguised = new Possession(bank.key(), section.encapsulated(), section.shareOf(2).sealed());
        assertThatThrownBy(() -> disguised.answer(bank)).hasMessageStartingWith("KEY_NOT_SHOWN");
    }

    @Test
    void aReleaseIsReadAsItWasSignedOrNotAtAll() {
        Release release = bank.release(envelope, List.of(0, 1, 7));
        byte[] json = release.bytes();
        assertThat(Release.read(json, envelope)).isEqualTo(release);
        String share = java.util.Objects.requireNonNull(release.shares().get(1).share()).text();
        assertThatThrownBy(() -> Release.read(changed(json, share, new String(new char[44]).replace('\0', 'A')), envelope)).as("changed on the way").hasMessageStartingWith("SIGNATURE_WRONG");
        assertThatThrownBy(() -> Release.read(changed(json, "\"trustee\":2", "\"trustee\":1"), envelope)).as("put on another").hasMessageStartingWith("SIGNATURE_WRONG");
        assertThatThrownBy(() -> Release.read(changed(json, "\"section\":7", "\"section\":6"), envelope)).hasMessageStartingWith("SIGNATURE_WRONG");
        assertThatThrownBy(() -> Release.read(changed(json, "\"section\":7", "\"section\":9"), envelope)).hasMessageStartingWith("NO_SUCH_SECTION");
        assertThatThrownBy(() -> Release.read(changed(json, "\"section\":7", "\"section\":1"), envelope)).hasMessageStartingWith("DUPLICATE_SECTION");
        assertThatThrownBy(() -> Release.read(changed(json, "R-2026-0042", "R-2026-0041"), envelope)).hasMessageStartingWith("OTHER_ROUND");
        assertThatThrownBy(() -> Release.read(json, round.seal("supplier-1").envelope())).as("of another envelope").hasMessageStartingWith("OTHER_ENVELOPE");
    }

    @Test
    void aTrusteeOfAnotherRoundHasNothingToRelease() {
        assertThatThrownBy(() -> new Round("R-2026-0041", 11).trustee(1).release(envelope, List.of(0))).hasMessageStartingWith("OTHER_TRUSTEES");
    }

    @Test
    void losingOneKeyLosesNothing() {
        assertThat(Opening.of(envelope, 0, round.release(envelope, 0, 1, 3))).isInstanceOf(Outcome.Opened.class);
    }
}
