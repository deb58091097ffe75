package org.jucai.platform.bidding.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.bidding.opening.OpeningBoard;
import org.jucai.platform.bidding.opening.OpeningEnvelope;
import org.jucai.platform.bidding.opening.OpeningLot;
import org.jucai.platform.bidding.opening.SealState;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.papers.Paper;

/** The record of an opening (开标记录, 开启记录) as a paper: who offered, what was received when, what was opened, what was not and why. */
final class OpeningRecordPaper {

    private static final DateTimeFormatter BEIJING = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final OpeningBoard.Room room;
    private final Map<UUID, PartyName> names;
    private final Words words;
    private final Locale locale;

    private OpeningRecordPaper(OpeningBoard.Room room, Map<UUID, PartyName> names, Words words, Locale locale) {
        this.room = room;
        this.names = names;
        this.words = words;
        this.locale = locale;
    }

    /** What is needed besides the room. */
    record Told(Map<UUID, PartyName> names, List<OpeningLot> shut, Words words, Locale locale, Instant at) {}

    /** @param told its {@code shut} are the lines of the record that were not opened */
    static Paper of(OpeningBoard.Room room, Told told) {
        return new OpeningRecordPaper(room, told.names(), told.words(), told.locale()).paper(told.shut(), told.at());
    }

    private Paper paper(List<OpeningLot> shut, Instant at) {
        List<Paper.Block> blocks = new ArrayList<>(List.of(facts(), new Paper.Heading(say("envelopes")), envelopes(), new Paper.Heading(say("shut"))));
        blocks.add(shut.isEmpty() ? new Paper.Paragraph(say("nothing-shut")) : shut(shut));
        blocks.add(new Paper.Signatures(List.of(say("signs.association"), say("signs.trustee"), say("signs.trustee"), say("signs.trustee"))));
        String subtitle = room.round().code() + "  " + room.round().terms().title();
        return new Paper(say("title." + room.round().terms().profile()), subtitle, blocks, words.say("paper.opening.foot", locale, Map.of("round", room.seal().terms().round())), at);
    }

    private Paper.Facts facts() {
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(new Paper.Fact(say("association"), name(room.seal().associationId())));
        room.round().tender().ifPresent(terms -> {
            facts.add(new Paper.Fact(say("due"), BEIJING.format(terms.offersDueAt())));
            facts.add(new Paper.Fact(say("opens"), BEIJING.format(terms.opensAt())));
        });
        room.opening().ifPresent(opening -> {
            facts.add(new Paper.Fact(say("began"), BEIJING.format(opening.beganAt())));
            facts.add(new Paper.Fact(say("ended"), opening.endedAt().map(BEIJING::format).orElse(say("not-ended"))));
        });
        for (int i = 0; i < room.seal().parties().size(); i++) facts.add(trustee(i + 1));
        return new Paper.Facts(facts);
    }

    private Paper.Fact trustee(int number) {
        long headers = room.envelopes().stream().filter(envelope -> envelope.headersBy().contains(number)).count();
        long sections = room.envelopes().stream().filter(envelope -> envelope.sectionsBy().contains(number)).count();
        long lies = room.envelopes().stream().flatMap(envelope -> envelope.lies().stream()).filter(lie -> lie.trustee() == number).count();
        String released = words.say("paper.opening.released", locale, Map.of("headers", headers, "sections", sections));
        String lied = lies == 0 ? "" : words.say("paper.opening.lied", locale, Map.of("count", lies));
        return new Paper.Fact(words.say("paper.opening.trustee", locale, Map.of("number", number)),
                name(room.seal().parties().get(number - 1)) + "  " + room.seal().terms().trustees().get(number - 1).fingerprint() + "  " + released + lied);
    }

    private Paper.Table envelopes() {
        List<Paper.Column> columns = List.of(new Paper.Column(say("column.position"), true), new Paper.Column(say("column.supplier"), false),
                new Paper.Column(say("column.received"), false), new Paper.Column(say("column.hash"), false), new Paper.Column(say("column.state"), false),
                new Paper.Column(say("column.lots"), true));
        return new Paper.Table(columns, room.envelopes().stream().map(this::row).toList());
    }

    private List<String> row(OpeningEnvelope envelope) {
        String left = envelope.leftBecause().map(why -> "  " + why).orElse("");
        return List.of(String.valueOf(envelope.position()), name(envelope.supplierId()), BEIJING.format(envelope.receivedAt()), envelope.sha256(),
                state(envelope.header()) + left, envelope.settled() + " / " + envelope.asked());
    }

    private Paper.Table shut(List<OpeningLot> shut) {
        List<Paper.Column> columns = List.of(new Paper.Column(say("column.supplier"), false), new Paper.Column(say("column.lot"), false),
                new Paper.Column(say("column.state"), false), new Paper.Column(say("column.why"), false));
        return new Paper.Table(columns, shut.stream().map(lot -> List.of(name(lot.supplierId()), lot.lot(), state(lot.state()),
                lot.because().map(why -> say("because." + why.name())).or(lot::deceit).orElse(""))).toList());
    }

    private String state(SealState state) {
        return say("state." + state.name());
    }

    private String name(UUID party) {
        PartyName name = names.get(party);
        return name == null ? party.toString() : name.nameZh();
    }

    private String say(String key) {
        return words.say("paper.opening." + key, locale, Map.of());
    }
}
