package org.jucai.platform.award.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jucai.platform.award.checking.PublicChecker;
import org.jucai.platform.award.checking.PublicChecker.PublicFault;
import org.jucai.platform.award.checking.PublicChecker.Unchecked;
import org.jucai.platform.award.checking.UnreadableException;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.ColumnEngine;
import org.jucai.platform.award.solving.Engine;
import org.jucai.platform.award.solving.ProblemReader;
import org.jucai.platform.award.solving.ProblemWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The public bundle tells what may be told, nothing else, and whoever changes it is found out. */
class PublicBundleTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] SALT = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    /** Three suppliers for two lots; "mine-losing" wins nothing, and lot L2 stays short of its target. */
    private static final String PROBLEM = """
            {"format": "jucai-award-problem/1", "round": "R-1", "gridKg": 1,
             "lots": [{"id": "L1", "minimumKg": 30000, "targetKg": 50000, "maximumKg": 60000, "mustBeServed": false, "outsideFenPerTonne": 281234, "lines": [
                         {"id": "line-a", "minimumKg": 10000, "targetKg": 20000, "maximumKg": 30000}, {"id": "line-b", "minimumKg": 20000, "targetKg": 30000, "maximumKg": 30000}]},
                      {"id": "L2", "minimumKg": 10000, "targetKg": 40000, "maximumKg": 40000, "mustBeServed": false, "outsideFenPerTonne": 291234, "lines": [
                         {"id": "line-c", "minimumKg": 10000, "targetKg": 40000, "maximumKg": 40000}]}],
             "suppliers": [
               {"id": "mine-losing", "group": "circle-x", "small": true, "minimumKg": 0, "capacityKg": 100000, "totalTiersFromKg": [0], "bundles": [], "bids": [
                  {"lot": "L1", "minimumKg": 1, "capacityKg": 60000, "ladder": "ALL_UNITS", "steps": [{"fromKg": 0, "fenPerTonne": [234567]}], "freightFenPerTonne": 7777, "attributesPpm": {"AL2O3.min": 850001}}]},
               {"id": "mine-one", "group": "circle-x", "small": false, "minimumKg": 0, "capacityKg": 100000, "totalTiersFromKg": [0, 50000], "bundles": [], "bids": [
                  {"lot": "L1", "minimumKg": 1000, "capacityKg": 60000, "ladder": "INCREMENTAL", "steps": [{"fromKg": 0, "fenPerTonne": [190000, 180000]}, {"fromKg": 20000, "fenPerTonne": [170000, 160000]}],
                   "freightFenPerTonne": 4000, "attributesPpm": {"AL2O3.min": 860001}}]},
               {"id": "mine-two", "small": true, "minimumKg": 0, "capacityKg": 100000, "totalTiersFromKg": [0], "bundles": [], "bids": [
                  {"lot": "L2", "minimumKg": 1000, "capacityKg": 25000, "ladder": "ALL_UNITS", "steps": [{"fromKg": 0, "fenPerTonne": [150000]}, {"fromKg": 20000, "fenPerTonne": [141111]}],
                   "freightFenPerTonne": 3000, "truck": {"kg": 32000, "fen": 90000}, "attributesPpm": {"AL2O3.min": 870001}}]}],
             "rules": [{"kind": "EXCLUDED_PAIR", "id": "apart", "supplier": "mine-losing", "lot": "L2"}, {"kind": "MAX_SUPPLIERS_PER_LOT", "id": "few", "count": 2},
                       {"kind": "QUALITY", "id": "good", "attribute": "AL2O3.min", "atLeastPpm": 850000}]}
            """;

    private static final AwardProblem READ = ProblemReader.read(PROBLEM.getBytes(StandardCharsets.UTF_8));
    private static final byte[] RESULT = new ColumnEngine().solve(READ, 1_000_000, Engine.Watcher.PATIENT).document();

    private static PublicBundle.Source source(boolean losing) {
        return new PublicBundle.Source(ProblemWriter.write(READ), RESULT, SALT, losing, 0L);
    }

    private static byte[] bundle() {
        return PublicBundle.of(source(false));
    }

    @Test
    void itHoldsAndSaysWhatCouldNotBeChecked() {
        PublicChecker.Report report = PublicChecker.check(bundle(), List.of());
        assertThat(report.holds()).as("%s %s", report.findings(), report.award().findings()).isTrue();
        assertThat(report.unchecked()).containsExactly(Unchecked.OFFERS, Unchecked.LINES, Unchecked.EXCLUDED_PAIRS, Unchecked.BOUND);
        assertThat(bundle()).as("the same bytes").isEqualTo(bundle());
    }

    @Test
    void itTellsNoNameNoLosingPriceAndNothingThatOneFollowsFrom() {
        String text = new String(bundle(), StandardCharsets.UTF_8);
        for (String secret : List.of("mine-", "circle-x", "line-", "234567", "7777", "281234", "291234", "850001", "190000", "170000")) assertThat(text).doesNotContain(secret);
        assertThat(text).doesNotContain("objective").doesNotContain("bound").doesNotContain(READ.sha256());
        JsonNode tree = JSON.readTree(bundle());
        assertThat(tree.path("suppliers").valueStream().filter(one -> !one.has("winner"))).singleElement()
                .satisfies(one -> assertThat(((ObjectNode) one).propertyNames()).containsExactlyInAnyOrder("id", "commitment"));
    }

    @Test
    void howManyLinesALotHasIsNotTold() {
        assertThat(JSON.readTree(bundle()).path("lots").valueStream().map(lot -> lot.path("lines").size())).containsExactly(32, 32);
    }

    @Test
    void inATenderLosingPricesAreShown() {
        byte[] tender = PublicBundle.of(source(true));
        assertThat(PublicChecker.check(tender, List.of()).holds()).isTrue();
        assertThat(new String(tender, StandardCharsets.UTF_8)).contains("234567").doesNotContain("mine-");
    }

    @Test
    void eachSupplierOpensItsOwnOfferAndEachMemberItsOwnLines() {
        Withheld withheld = source(false).withheld();
        for (String supplier : List.of("mine-losing", "mine-one", "mine-two")) {
            PublicChecker.Report report = PublicChecker.check(bundle(), List.of(OpeningFile.write("R-1", OpeningFile.ofSupplier(withheld, supplier))));
            assertThat(report.holds()).as("%s %s %s", supplier, report.findings(), report.award().findings()).isTrue();
            assertThat(report.opened()).isEqualTo(1);
        }
        assertThat(PublicChecker.check(bundle(), List.of(OpeningFile.write("R-1", OpeningFile.ofLines(withheld, Set.of("line-a", "line-c"))))).opened()).isEqualTo(2);
    }

    @Test
    void whoeverSeesEverythingChecksEverything() {
        PublicChecker.Report report = PublicChecker.check(bundle(), List.of(OpeningFile.write("R-1", OpeningFile.ofAll(source(false).withheld()))));
        assertThat(report.holds()).as("%s %s", report.findings(), report.award().findings()).isTrue();
        assertThat(report.opened()).isEqualTo(7);
        assertThat(report.unchecked()).isEmpty();
    }

    @Test
    void whatIsOpenedOtherwiseThanItWasCommittedToIsFound() {
        JsonNode file = JSON.readTree(OpeningFile.write("R-1", OpeningFile.ofSupplier(source(false).withheld(), "mine-one")));
        ((ObjectNode) file.at("/openings/0/document/supplier/bids/0")).put("freightFenPerTonne", 4001);
        assertThat(PublicChecker.check(bundle(), List.of(ProblemWriter.canonical(file))).findings()).extracting(PublicChecker.PublicFinding::fault).containsExactly(PublicFault.COMMITMENT);
    }

    /** A forger who knows the format writes the digest anew. */
    @Test
    void everyNumberThatIsChangedIsFoundEvenWhereTheDigestIsWrittenAnew() {
        List<String> unfound = new ArrayList<>();
        byte[] all = OpeningFile.write("R-1", OpeningFile.ofAll(source(false).withheld()));
        JsonNode whole = JSON.readTree(bundle());
        for (String at : numbers(whole, "")) {
            JsonNode forged = whole.deepCopy();
            String name = at.substring(at.lastIndexOf('/') + 1);
            JsonNode parent = forged.at(at.substring(0, at.lastIndexOf('/')));
            ((ObjectNode) parent).put(name, parent.path(name).asLong() + 1);
            assertThat(faults(ProblemWriter.canonical(forged), List.of())).as(at).isTrue();
            if (!faults(signed(forged), List.of(all))) unfound.add(at);
        }
        assertThat(unfound).isEmpty();
    }

    @Test
    void withoutAnyOpeningSumsPricesAndRulesAreHeld() {
        found(tree -> ((ObjectNode) tree.at("/awards/0")).put("amountFen", tree.at("/awards/0/amountFen").asLong() + 1));
        found(tree -> ((ObjectNode) tree.at("/awards/0/pieces/0")).put("fenPerTonne", 1));
        found(tree -> ((ObjectNode) tree.at("/awards/0/attributesPpm")).put("AL2O3.min", 849_999));
        found(tree -> ((ObjectNode) tree.at("/rules/1")).put("count", 0));
        found(tree -> ((ArrayNode) tree.path("awards")).remove(0));
        found(tree -> ((ArrayNode) tree.path("failedLots")).add("L1"));
        found(tree -> ((ObjectNode) tree).putArray("losing"));
        found(tree -> ((ObjectNode) tree).put("profile", "TENDER"));
    }

    private static void found(Consumer<JsonNode> forgery) {
        JsonNode forged = JSON.readTree(bundle());
        forgery.accept(forged);
        assertThat(faults(signed(forged), List.of())).as(forged.toString()).isTrue();
    }

    private static byte[] signed(JsonNode forged) {
        ((ObjectNode) forged).remove("sha256");
        return ProblemWriter.canonical(((ObjectNode) forged).put("sha256", Commitments.digest(forged)));
    }

    private static boolean faults(byte[] bundle, List<byte[]> openings) {
        try {
            return !PublicChecker.check(bundle, openings).holds();
        } catch (UnreadableException unreadable) {
            return true;
        }
    }

    private static List<String> numbers(JsonNode node, String at) {
        List<String> found = new ArrayList<>();
        if (node.isObject()) node.properties().forEach(each -> found.addAll(each.getValue().isNumber() ? List.of(at + "/" + each.getKey()) : numbers(each.getValue(), at + "/" + each.getKey())));
        if (node.isArray()) for (int i = 0; i < node.size(); i++) found.addAll(numbers(node.get(i), at + "/" + i));
        return found;
    }

    @Test
    void whatIsNotAPublicBundleIsRefusedWithThePlace() {
        JsonNode strange = JSON.readTree(bundle());
        ((ObjectNode) strange.at("/lots/0")).put("members", 2);
        assertThatThrownBy(() -> PublicChecker.check(ProblemWriter.canonical(strange), List.of())).isInstanceOf(UnreadableException.class).hasMessageContaining("lots/0");
    }

    @Test
    void bundlesAndOpeningsFollowTheirSchemas() throws IOException {
        follows("award-public", bundle());
        follows("award-public", PublicBundle.of(source(true)));
        follows("award-opening", OpeningFile.write("R-1", OpeningFile.ofAll(source(false).withheld())));
        assertThat(faultsOf("award-public", new String(bundle(), StandardCharsets.UTF_8).replace("\"kind\":\"EXCLUDED_PAIR\"", "\"kind\":\"EXCLUDED_PAIR\",\"supplier\":\"x\""))).isNotEmpty();
    }

    private static void follows(String schema, byte[] document) throws IOException {
        assertThat(faultsOf(schema, new String(document, StandardCharsets.UTF_8))).isEmpty();
    }

    private static List<?> faultsOf(String schema, String document) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../../api-spec/award/" + schema + ".schema.json")), InputFormat.JSON).validate(document, InputFormat.JSON);
    }
}
