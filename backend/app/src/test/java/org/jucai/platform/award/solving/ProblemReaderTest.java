package org.jucai.platform.award.solving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jucai.platform.award.solving.ProblemRefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemReaderTest {

    private static final String GOOD = """
            {"format": "jucai-award-problem/1", "round": "R-1", "gridKg": 1,
             "lots": [{"id": "A", "minimumKg": 10, "targetKg": 20, "maximumKg": 30, "mustBeServed": true, "outsideFenPerTonne": 500,
                       "lines": [{"id": "x", "minimumKg": 4, "targetKg": 8, "maximumKg": 10}, {"id": "y", "minimumKg": 6, "targetKg": 12, "maximumKg": 20}]},
                      {"id": "B", "minimumKg": 0, "targetKg": 5, "maximumKg": 5, "mustBeServed": false, "outsideFenPerTonne": 0}],
             "suppliers": [{"id": "S", "group": "G", "small": true, "minimumKg": 0, "capacityKg": 40, "totalTiersFromKg": [0, 15],
                            "bids": [{"lot": "A", "minimumKg": 1, "capacityKg": 25, "ladder": "INCREMENTAL", "freightFenPerTonne": 7, "truck": {"kg": 32, "fen": 900},
                                      "steps": [{"fromKg": 0, "fenPerTonne": [400, 390]}, {"fromKg": 12, "fenPerTonne": [380, 370]}], "attributesPpm": {"MgO": 970000}}],
                            "bundles": [["A", "B"]]}],
             "rules": [{"id": "m", "kind": "MAX_SUPPLIERS", "count": 3}, {"id": "q", "kind": "QUALITY", "attribute": "MgO", "atLeastPpm": 960000, "lot": "A"}]}
            """;

    @Test
    void whatIsReadIsWrittenTheSameAndHasTheSameDigest() {
        AwardProblem problem = read(GOOD);
        byte[] written = ProblemWriter.write(problem);
        assertThat(ProblemReader.read(written)).isEqualTo(problem);
        assertThat(problem.sha256()).isEqualTo(Canonical.sha256(written));
        assertThat(new String(written, StandardCharsets.UTF_8)).startsWith("{\"format\":\"jucai-award-problem/1\",\"gridKg\":1,\"lots\":[{\"id\":\"A\"");
    }

    @Test
    void thousandsOfRoundsSurviveWritingAndReading() {
        for (long seed = 1; seed <= 1_000; seed++) {
            AwardProblem problem = TinyRounds.of(seed);
            assertThat(ProblemReader.read(ProblemWriter.write(problem))).as("seed %d", seed).isEqualTo(problem);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "gridKg": 1|"gridKg": 1, "color": 7|UNKNOWN_FIELD|color
            "gridKg": 1,|"gridKg": 1, "gridKg": 1,|NOT_JSON|the document
            "gridKg": 1,||FIELD_MISSING|gridKg
            "gridKg": 1|"gridKg": 0|OUT_OF_BOUNDS|gridKg
            "gridKg": 1|"gridKg": 1.0|WRONG_TYPE|gridKg
            "gridKg": 1|"gridKg": 1e0|WRONG_TYPE|gridKg
            "gridKg": 1|"gridKg": "1"|WRONG_TYPE|gridKg
            "gridKg": 1|"gridKg": 99999999999999999999|OUT_OF_BOUNDS|gridKg
            problem/1|problem/2|WRONG_FORMAT|format
            "id": "B"|"id": "A"|NOT_ASCENDING|lots[1]
            "id": "y"|"id": "a"|NOT_ASCENDING|lots[0].lines[1]
            "id": "S"|"id": "S S"|OUT_OF_BOUNDS|suppliers[0].id
            "minimumKg": 10, "targetKg": 20|"minimumKg": 21, "targetKg": 20|MASSES_OUT_OF_ORDER|lots[0]
            "minimumKg": 4|"minimumKg": 5|LINES_DO_NOT_ADD_UP|lots[0].lines
            "minimumKg": 4|"minimumKg": -4|OUT_OF_BOUNDS|lots[0].lines[0].minimumKg
            "minimumKg": 1, "capacityKg": 25|"minimumKg": 26, "capacityKg": 25|CAPACITY_BELOW_MINIMUM|suppliers[0].bids[0]
            "minimumKg": 0, "capacityKg": 40|"minimumKg": 41, "capacityKg": 40|CAPACITY_BELOW_MINIMUM|suppliers[0]
            [0, 15]|[0, 0]|THRESHOLDS_NOT_RISING|suppliers[0].totalTiersFromKg[1]
            [0, 15]|[1, 15]|THRESHOLDS_NOT_RISING|suppliers[0].totalTiersFromKg[0]
            "fromKg": 12|"fromKg": 0|THRESHOLDS_NOT_RISING|suppliers[0].bids[0].steps[1]
            [380, 370]|[380]|PRICES_DO_NOT_MATCH_TIERS|suppliers[0].bids[0].steps[1].fenPerTonne
            [380, 370]|[380, -1]|OUT_OF_BOUNDS|suppliers[0].bids[0].steps[1].fenPerTonne[1]
            [380, 370]|[380, 100000001]|OUT_OF_BOUNDS|suppliers[0].bids[0].steps[1].fenPerTonne[1]
            "lot": "A", "minimumKg"|"lot": "C", "minimumKg"|UNKNOWN_LOT|suppliers[0].bids[0].lot
            ["A", "B"]|["A", "C"]|UNKNOWN_LOT|suppliers[0].bundles[0][1]
            ["A", "B"]|["A"]|OUT_OF_BOUNDS|suppliers[0].bundles[0]
            INCREMENTAL|GRADED|OUT_OF_BOUNDS|suppliers[0].bids[0].ladder
            "kg": 32|"kg": 0|OUT_OF_BOUNDS|suppliers[0].bids[0].truck.kg
            "MgO": 970000|"MgO": 1000001|OUT_OF_BOUNDS|suppliers[0].bids[0].attributesPpm.MgO
            "count": 3|"count": 3, "lot": "A"|UNKNOWN_FIELD|rules[0].lot
            MAX_SUPPLIERS|MAX_NEIGHBOURS|OUT_OF_BOUNDS|rules[0].kind
            "lot": "A"}]}|"lot": "D"}]}|UNKNOWN_LOT|rules[1].lot
            """)
    void whatIsWrongIsRefusedByNameAndPlace(String part, @org.jspecify.annotations.Nullable String instead, Reason reason, String where) {
        assertThat(GOOD).contains(part);
        String broken = GOOD.replace(part, instead == null ? "" : instead);
        assertThatThrownBy(() -> read(broken)).isInstanceOfSatisfying(ProblemRefusedException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.where()).isEqualTo(where);
        });
    }

    @Test
    void noTruncationOfADocumentIsRead() {
        for (int length = 0; length < GOOD.strip().length(); length++) {
            String cut = GOOD.strip().substring(0, length);
            assertThatThrownBy(() -> read(cut)).as("cut at %d", length).isInstanceOf(ProblemRefusedException.class);
        }
        for (String other : List.of("[]", "null", "7", "\"R\"", GOOD + GOOD, "{\"format\": []}")) assertThatThrownBy(() -> read(other)).isInstanceOf(ProblemRefusedException.class);
    }

    @Test
    void aRoundDearerThanCanBeWrittenExactlyIsRefused() {
        String dear = GOOD.replace("[400, 390]", "[100000000, 390]").replace("\"lines\": [", "\"lines\": [").replace("\"maximumKg\": 5,", "\"maximumKg\": 100000000000,")
                .replace("\"outsideFenPerTonne\": 0", "\"outsideFenPerTonne\": 100000000").replace("\"targetKg\": 5,", "\"targetKg\": 100000000000,");
        assertThatThrownBy(() -> read(dear)).isInstanceOfSatisfying(ProblemRefusedException.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.ROUND_TOO_DEAR));
    }

    private static AwardProblem read(String document) {
        return ProblemReader.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
