package org.jucai.platform.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who offered, and how many, is hidden until the opening: whatever anybody but the supplier can read is the same with offers and without. */
@PlatformTest
@Import(BidWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class HiddenOffersTest {

    /** Answers in streams or files; a stream's words are made of events, of which an envelope's have its supplier as only reader. */
    private static final Set<String> NOT_JSON = Set.of("/api/events", "/api/session/oidc/start", "/api/session/oidc/callback");

    @Autowired
    BidWorld bids;

    @Autowired
    World world;

    @Autowired
    Platform platform;

    @Test
    void whateverAnybodyCanReadIsTheSameWithoutOffersAndWithThree() {
        BidWorld.Tendered round = bids.tendered();
        List<Client> suppliers = List.of(bids.supplier(round), bids.supplier(round), bids.supplier(round));
        Map<String, Client> readers = readers(round);
        read(round, readers);
        Map<String, String> once = read(round, readers);
        Map<String, String> without = read(round, readers);
        for (Client supplier : suppliers) supplier.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, supplier.party(), 1, 2, 185_000)).ok();
        suppliers.getFirst().sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, suppliers.getFirst().party(), 2, 1, 184_000)).ok();
        suppliers.getLast().deletes(round.envelope()).ok();
        Map<String, String> with = read(round, readers);
        Set<String> unsteady = differing(once, without);
        assertThat(unsteady).as("answers that differ from one reading to the next by themselves").allMatch(HiddenOffersTest::readsItself);
        Set<String> differing = new TreeSet<>(differing(without, with));
        differing.removeAll(unsteady);
        assertThat(differing).isEmpty();
        assertThat(with).hasSizeGreaterThan(150);
    }

    /** The count of readings of lines, and the record of who came in, grow by being read. */
    private static boolean readsItself(String what) {
        return what.contains("reading") || what.contains("access") || what.contains("tokens");
    }

    @Test
    void noMetricCountsRequestsAboutEnvelopes() {
        BidWorld.Tendered round = bids.tendered();
        Client supplier = bids.supplier(round);
        supplier.sends(HttpMethod.PUT, round.envelope(), bids.sealed(round, supplier.party(), 1, 1, 185_000)).ok();
        supplier.get(round.envelope()).ok();
        world.nobody().get("/api/rounds/" + round.round() + "/sealing-terms").ok();
        String meters = platform.meters();
        assertThat(meters.contains("sealing-terms")).as("requests are counted at all").isTrue();
        assertThat(meters.lines().filter(line -> line.contains("bid-envelope"))).as("and none about envelopes").isEmpty();
    }

    private Map<String, Client> readers(BidWorld.Tendered round) {
        Map<String, Client> readers = new LinkedHashMap<>();
        readers.put("public", world.nobody());
        readers.put("secretariat", round.us().secretariat());
        readers.put("member", round.us().buyerOf(0));
        readers.put("another supplier", bids.supplier(round));
        readers.put("bank", world.other(PartyKind.BANK, Role.BANK_RISK_OFFICER, Role.BANK_CREDIT_OFFICER));
        readers.put("supervisor", world.other(PartyKind.SUPERVISOR, Role.SUPERVISOR));
        readers.put("finance group", world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER));
        readers.put("regulator", world.other(PartyKind.REGULATOR, Role.REGULATOR));
        readers.put("auditor", world.other(PartyKind.AUDITOR, Role.AUDITOR));
        return readers;
    }

    /** A place in the books is sealed by chance: what is asked twice has two names. */
    private static final Pattern SEALED_ANEW = Pattern.compile("\"position\":\"[^\"]*\"");

    private Map<String, String> read(BidWorld.Tendered round, Map<String, Client> readers) {
        Map<String, String> answers = new TreeMap<>();
        readers.forEach((name, reader) -> paths(round).forEach(path -> {
            Client.Answer answer = reader.get(path);
            answers.put(name + " " + path, answer.status() + " " + answer.etag() + " " + SEALED_ANEW.matcher(String.valueOf(answer.body())).replaceAll(""));
        }));
        return answers;
    }

    private static Set<String> differing(Map<String, String> one, Map<String, String> other) {
        Set<String> differing = new TreeSet<>();
        one.forEach((what, answer) -> {
            if (!answer.equals(other.get(what))) differing.add(what);
        });
        return differing;
    }

    /** Every path of the specification that is read, with this round in it. */
    static List<String> paths(BidWorld.Tendered round) {
        List<String> paths = new ArrayList<>();
        specification().path("paths").properties().forEach(path -> {
            JsonNode read = path.getValue().path("get");
            boolean json = read.at("/responses/200/content").has("application/json");
            if (!json || NOT_JSON.contains(path.getKey()) || read.path("x-demo").asBoolean(false)) return;
            paths.add(path.getKey()
                    .replace("{roundId}", round.round().toString())
                    .replace("{lotId}", round.terms().lots().getFirst())
                    .replace("{enterpriseId}", round.us().buyerOf(0).party().toString())
                    .replaceAll("\\{[^}]+}", new UUID(0, 7).toString()));
        });
        return paths;
    }

    private static JsonNode specification() {
        try (InputStream in = HiddenOffersTest.class.getResourceAsStream("/openapi/openapi.json")) {
            return new JsonMapper().readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
