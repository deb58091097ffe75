package org.jucai.platform.bidding.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jucai.platform.papers.Papers;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OpenedRoundStory;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;

@PlatformTest
@Import(OpenedRoundStory.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class OpeningPaperTest {

    @Autowired
    OpenedRoundStory story;

    @Autowired
    Platform platform;

    @Test
    void theRecordNamesEachEnvelopeByItsReceiptsHashInTheReadersLanguage() throws IOException {
        OpenedRoundStory.Offered round = story.offered(2);
        String first = round.round().terms().lots().getFirst();
        story.offers(round, Map.of(), List.of(OpenedRoundStory.offer(first, 190_000)));
        story.opened(round);
        XWPFDocument record = record(round.round().us().secretariat(), round, "zh-CN");
        assertThat(record.getParagraphs().getFirst().getText()).isEqualTo("开启记录");
        XWPFTable envelopes = record.getTables().getFirst();
        round.offerers().forEach(offerer -> assertThat(envelopes.getText()).contains(offerer.sealed().envelope().digest().hex()));
        assertThat(envelopes.getRows()).hasSize(4);
        assertThat(envelopes.getText()).contains("已开启");
        assertThat(record(round.supplier(0), round, "en").getParagraphs().getFirst().getText()).isEqualTo("Record of the opening");
    }

    @Test
    void whoMayNotSeeTheRoomGetsNoRecord() {
        OpenedRoundStory.Offered round = story.opened(story.offered(2));
        int status = platform.nobody().get().uri(round.path() + "/opening/record")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + round.round().us().buyerOf(0).token()).exchange().returnResult(byte[].class).getStatus().value();
        assertThat(status).isEqualTo(403);
    }

    private XWPFDocument record(Client reader, OpenedRoundStory.Offered round, String language) throws IOException {
        byte[] word = platform.nobody().get().uri(round.path() + "/opening/record").header(HttpHeaders.AUTHORIZATION, "Bearer " + reader.token())
                .header(HttpHeaders.ACCEPT_LANGUAGE, language).exchange().expectStatus().isOk().expectHeader().contentType(Papers.WORD)
                .expectBody().returnResult().getResponseBodyContent();
        return new XWPFDocument(new ByteArrayInputStream(word));
    }
}
