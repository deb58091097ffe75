package org.jucai.platform.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.bidding.Trustees;
import org.jucai.platform.bidding.bids.BidBoard;
import org.jucai.platform.bidding.bids.BidDesk;
import org.jucai.platform.bidding.bids.OpenedRound;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.envelope.Sealer;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.bidding.opening.OpeningDesk;
import org.jucai.platform.bidding.opening.OpeningPhase;
import org.jucai.platform.bidding.opening.OpeningTicks;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/**
 * Brings a round quickly to where its offers are closed, or opened, or admitted: real envelopes sealed by the supplier's own client and handed in
 * by HTTP, the trustees' real keys, the real desks.
 */
@TestComponent
@Import({BidWorld.class, OpeningTicks.class})
public class OpenedRoundStory {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BidWorld bids;
    private final World world;
    private final TestClock clock;
    private final OpeningDesk desk;
    private final OpeningTicks ticks;
    private final BidDesk judging;
    private final BidBoard board;
    private final Database database;

    OpenedRoundStory(BidWorld bids, World world, TestClock clock, OpeningDesk desk, OpeningTicks ticks, BidDesk judging, BidBoard board, Database database) {
        this.bids = bids;
        this.world = world;
        this.clock = clock;
        this.desk = desk;
        this.ticks = ticks;
        this.judging = judging;
        this.board = board;
        this.database = database;
    }

    /** A supplier and what it sealed, which it keeps to itself. */
    public record Offerer(Client client, Sealer.Sealed sealed) {}

    /** A round for which suppliers have offered. */
    public record Offered(BidWorld.Tendered round, List<Offerer> offerers) {

        public UUID id() {
            return round.round();
        }

        public String path() {
            return "/api/rounds/" + round.round();
        }

        public Client supplier(int i) {
            return offerers.get(i).client();
        }
    }

    /** What stands in the book of the newest call that was opened. */
    public OpenedRound book(Offered round) {
        return Objects.requireNonNull(database.read(Scope.background(), tx -> board.opened(tx, round.id())).block(PATIENCE));
    }

    /** What the round is, to anybody. */
    public String status(Offered round) {
        return world.nobody().get(round.path()).ok().path("status").asString();
    }

    /** What each lot is, by its id. */
    public Map<String, String> lots(Offered round) {
        return round.round().us().secretariat().get(round.path() + "/lots").ok().path("items").valueStream()
                .collect(Collectors.toMap(lot -> lot.path("id").asString(), lot -> lot.path("status").asString()));
    }

    /** An offer for one lot; change what it says before it is sealed. */
    public static Map<String, Object> offer(String lot, long fenPerTonne) {
        return BidWorld.lotOffer(lot, fenPerTonne);
    }

    /** A round that takes offers, with so many suppliers that offer for all of its lots: the first at 1,850 yuan, each next 10 yuan dearer. */
    public Offered offered(int suppliers) {
        return offered(bids.tendered(), suppliers);
    }

    public Offered offered(BidWorld.Tendered round, int suppliers) {
        Offered offered = new Offered(round, new ArrayList<>());
        for (int i = 0; i < suppliers; i++) {
            long price = 185_000 + 1_000L * i;
            offers(offered, Map.of(), round.terms().lots().stream().map(lot -> offer(lot, price)).toList());
        }
        return offered;
    }

    /** One supplier more, with these offers for lots; {@code header} replaces members of the usual header. */
    public Offerer offers(Offered round, Map<String, ?> header, List<Map<String, Object>> offers) {
        return offers(round, header, offers, sealed -> sealed);
    }

    /** What was sealed, {@code forged} before it is handed in. */
    public Offerer offers(Offered round, Map<String, ?> header, List<Map<String, Object>> offers, UnaryOperator<Sealer.Sealed> forged) {
        Client supplier = bids.supplier(round.round());
        String me = supplier.party().toString();
        Map<String, Object> first = new HashMap<>(BidWorld.header(round.round().terms(), me, 1, offers.stream().map(offer -> String.valueOf(offer.get("lot"))).toList()));
        first.putAll(header);
        List<Map<String, Object>> contents = new ArrayList<>(List.of(first));
        contents.addAll(offers);
        Offerer offerer = new Offerer(supplier, forged.apply(bids.seal(round.round().terms(), new Sender(me, 1), contents)));
        handsIn(round, offerer);
        return offerer;
    }

    /** Hands in what was sealed, however it was. */
    public void handsIn(Offered round, Offerer offerer) {
        offerer.client().sends(HttpMethod.PUT, round.round().envelope(), offerer.sealed().envelope().bytes()).ok();
        round.offerers().add(offerer);
    }

    /** The deadline passes and the published time of the opening comes; nobody has released anything. */
    public Offered closed(Offered round) {
        clock.set(round.round().dueAt());
        world.deadlinesAreKept();
        clock.set(round.round().opensAt());
        ticks.tick();
        return round;
    }

    /** Closed, and opened by the first two trustees. */
    public Offered opened(Offered round) {
        closed(round);
        releases(round, OpeningPhase.HEADERS, 0, 1);
        releases(round, OpeningPhase.SECTIONS, 0, 1);
        awaits(round, "OPENED");
        return round;
    }

    /** Closed, opened, and every offer that can be taken admitted. */
    public Offered admitted(Offered round) {
        opened(round);
        Actor office = round.round().us().actor();
        database.write(Scope.of(office), tx -> judging.judge(new Asking(tx, office, world.now()), round.id(), new BidDesk.Verdict(List.of(), true, ""))).block(PATIENCE);
        return round;
    }

    /** These trustees, by their place from 0, release all that is asked of them in the phase, once it is; and what can be opened is. */
    public void releases(Offered round, OpeningPhase phase, int... trustees) {
        for (int trustee : trustees) releases(round, phase, trustee);
        ticks.tick();
    }

    private void releases(Offered round, OpeningPhase phase, int trustee) {
        Trustees.Three three = round.round().trustees();
        Actor actor = three.actors().get(trustee);
        OpeningDesk.Asked asked = Awaitility.await().atMost(PATIENCE).until(() -> {
            ticks.tick();
            return desk.asked(actor, round.id(), phase, 50, world.now()).block(PATIENCE);
        }, found -> !found.all().isEmpty());
        says(round, phase, actor, asked.all().stream().map(one -> three.secrets().get(trustee).release(one.envelope(), one.sections())).toList());
    }

    /** A trustee says this, be it true or not. */
    public OpeningDesk.Taken says(Offered round, OpeningPhase phase, Actor trustee, List<Release> releases) {
        List<OpeningDesk.Signed> signed = releases.stream().map(one -> new OpeningDesk.Signed(one.envelope().hex(), one.bytes())).toList();
        return desk.read(trustee, round.id(), phase, signed)
                .flatMap(word -> database.write(Scope.of(trustee), tx -> desk.take(new Asking(tx, trustee, world.now()), word))).block(PATIENCE);
    }

    /** Waits for what another beat may still be at. */
    public void awaits(Offered round, String status) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            ticks.tick();
            return world.nobody().get(round.path()).ok().path("status").asString().equals(status);
        });
    }

}
