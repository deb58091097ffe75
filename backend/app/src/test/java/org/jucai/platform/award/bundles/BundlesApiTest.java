package org.jucai.platform.award.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jucai.platform.award.AwardCommand;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** An award's documents by HTTP, checked and solved again with the command that anybody has. */
@PlatformTest
@Import({AwardWorld.class, Notices.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class BundlesApiTest {

    @Autowired AwardWorld awards;
    @Autowired Notices notices;
    @Autowired World world;

    @TempDir Path folder;

    private record Said(int exit, String out) {}

    private Said command(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = AwardCommand.run(Stream.concat(Stream.of("--language=en"), Stream.of(arguments)).toList(), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] read(Visitor who, String path) {
        byte[] body = who.get(path).expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
        return java.util.Objects.requireNonNull(body);
    }

    @Test
    void theFullBundleHoldsAndSolvedAgainGivesTheSameBytes() throws IOException {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        UUID run = awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK"));
        awards.ended(opened, run);
        Path json = file("bundle.json", read(opened.officer(), "/api/award-runs/" + run + "/bundle"));
        assertThat(awards.sql("select count(distinct line_id) from line_reading where purpose = 'EXPORT' and round_id = '" + opened.round() + "'"))
                .as("each member sees that its line was read").isEqualTo("4");
        Path zip = file("bundle.zip", read(opened.officer(), "/api/award-runs/" + run + "/bundle?format=zip"));
        for (Path bundle : List.of(json, zip)) assertThat(command("check", bundle.toString())).satisfies(said -> assertThat(said.out()).startsWith("Holds")).returns(0, Said::exit);
        assertThat(command("solve", json.toString(), folder.resolve("again.json").toString()).exit()).isZero();
        assertThat(Files.readString(json)).contains(Files.readString(folder.resolve("again.json")));
        assertThat(command("check", file("forged.json", Files.readString(json).replace("\"kg\":96000", "\"kg\":95999").getBytes(StandardCharsets.UTF_8)).toString()).exit()).isEqualTo(1);
    }

    @Test
    void thePublicBundleComesWithTheNoticeTellsNobodyAndIsCheckedWithWhatEachOpens() throws IOException {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        UUID run = awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK"));
        awards.ended(opened, run);
        String at = opened.at("/award/public-bundle");
        assertThat(world.nobody().get(at).refusal()).isEqualTo("award-not-publicised");
        assertThat(opened.us().secretariat().get(at).refusal()).isEqualTo("award-not-publicised");
        notices.put(opened.round(), run);
        byte[] shown = world.nobody().get(at).ok().toString().getBytes(StandardCharsets.UTF_8);
        assertThat(opened.us().secretariat().get(at).ok().toString()).isEqualTo(new String(shown, StandardCharsets.UTF_8));
        Stream<String> secrets = Stream.concat(opened.suppliers().stream().map(UUID::toString), opened.us().buyers().stream().map(buyer -> buyer.party().toString()));
        // The losing prices, net of tax: 1500.00 and 1900.00 yuan a tonne with 13 per cent in them, and a fifth more of the dearest with its freight.
        assertThat(new String(shown, StandardCharsets.UTF_8)).doesNotContain(secrets.toArray(CharSequence[]::new)).doesNotContain("132743", "168142", "164092", "212942");
        Path bundle = file("public.json", shown);
        Said plain = command("check", bundle.toString());
        assertThat(plain.out()).startsWith("Holds").contains("Not checked: that nothing is cheaper");
        Path all = file("all.json", read(opened.officer(), opened.at("/award/own-opening")));
        assertThat(command("check", bundle.toString(), "--reveal", all.toString()).out()).startsWith("Holds").doesNotContain("Not checked");
        Path forged = file("forged.json", new String(shown, StandardCharsets.UTF_8).replace("\"kg\":96000", "\"kg\":95999").getBytes(StandardCharsets.UTF_8));
        assertThat(command("check", forged.toString())).returns(1, Said::exit).satisfies(said -> assertThat(said.out()).contains("it was changed"));
    }

    @Test
    void eachPartyOpensItsOwnAndNothingElse() throws IOException {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        UUID run = awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK"));
        awards.ended(opened, run);
        notices.put(opened.round(), run);
        String at = opened.at("/award/own-opening");
        Path bundle = file("public.json", world.nobody().get(opened.at("/award/public-bundle")).ok().toString().getBytes(StandardCharsets.UTF_8));
        Visitor member = awards.visitor(opened.us().buyerOf(0).person());
        String own = new String(read(member, at), StandardCharsets.UTF_8);
        assertThat(own.split("\"kind\":\"LINE\"", -1)).as("its two lines").hasSize(3);
        assertThat(command("check", bundle.toString(), "--reveal=" + file("own.json", own.getBytes(StandardCharsets.UTF_8))).out()).startsWith("Holds").contains("as committed to: 2");
        awards.visitor(opened.us().buyerOf(1).person()).get(at).expectStatus().isNotFound();
        Client stranger = world.supplier(opened.us().actor());
        awards.visitor(stranger.person()).get(at).expectStatus().isNotFound();
        assertThat(world.nobody().get(at).status()).isEqualTo(401);
    }
}
