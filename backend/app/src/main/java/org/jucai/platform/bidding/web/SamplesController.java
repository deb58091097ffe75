package org.jucai.platform.bidding.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.samples.Sample;
import org.jucai.platform.bidding.samples.SampleBoard;
import org.jucai.platform.bidding.samples.SampleDesk;
import org.jucai.platform.bidding.samples.SampleStatus;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.spec.api.SamplesApi;
import org.jucai.spec.model.ReceiveSample;
import org.jucai.spec.model.RegisterSample;
import org.jucai.spec.model.SamplePage;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Samples by HTTP. */
@RestController
class SamplesController implements SamplesApi {

    private final Database database;
    private final Once once;
    private final RoundBoard rounds;
    private final SampleDesk desk;
    private final SampleBoard board;
    private final MembershipBoard members;

    SamplesController(Database database, Once once, RoundBoard rounds, SampleDesk desk, SampleBoard board, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.rounds = rounds;
        this.desk = desk;
        this.board = board;
        this.members = members;
    }

    @Override
    public Mono<org.jucai.spec.model.Sample> registerSample(UUID roundId, String idempotencyKey, Mono<RegisterSample> registerSample, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return registerSample.flatMap(form -> once.answer(exchange, form, org.jucai.spec.model.Sample.class, tx -> desk
                .register(asking(tx, caller), new SampleDesk.Sent(roundId, form.getLotId(), Optional.ofNullable(form.getLaboratoryId()),
                        new Sample.Parcel(new Kilograms(form.getMassKg()), form.getCourier().strip(), form.getCourierNumber(), form.getSentOn())))
                .flatMap(sample -> show(sample, caller))));
    }

    @Override
    public Mono<SamplePage> listSamples(UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> rounds.get(tx, roundId).then(board.list(tx, roundId, cursor, limit)))
                .flatMap(page -> names(page.items()).map(names -> new SamplePage()
                        .items(page.items().stream().map(sample -> show(sample, caller.actor(), names)).toList())
                        .nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<org.jucai.spec.model.Sample> receiveSample(
            UUID sampleId, String idempotencyKey, Mono<ReceiveSample> receiveSample, @Nullable String ifMatch, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return receiveSample.flatMap(form -> once.answer(exchange, form, org.jucai.spec.model.Sample.class, tx -> desk
                .receive(asking(tx, caller), new SampleDesk.Which(sampleId, caller.expectedVersion()), Optional.ofNullable(form.getRemark()).map(String::strip))
                .flatMap(sample -> show(sample, caller))));
    }

    @Override
    public Mono<org.jucai.spec.model.Sample> cancelSample(UUID sampleId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, sampleId, org.jucai.spec.model.Sample.class, tx -> desk
                .cancel(asking(tx, caller), new SampleDesk.Which(sampleId, caller.expectedVersion())).flatMap(sample -> show(sample, caller)));
    }

    private Mono<org.jucai.spec.model.Sample> show(Sample sample, Caller caller) {
        return names(List.of(sample)).map(names -> show(sample, caller.actor(), names));
    }

    private Mono<Map<UUID, PartyName>> names(List<Sample> samples) {
        Set<UUID> parties = samples.stream().flatMap(sample -> Stream.concat(Stream.of(sample.supplierId()), sample.laboratoryId().stream())).collect(Collectors.toSet());
        return members.names(parties);
    }

    /** The laboratory tests what it does not know the sender of. */
    private static org.jucai.spec.model.Sample show(Sample sample, Actor reader, Map<UUID, PartyName> names) {
        org.jucai.spec.model.Sample view = new org.jucai.spec.model.Sample(sample.id(), sample.roundId(), sample.lotId(), sample.code(),
                org.jucai.spec.model.SampleStatus.valueOf(sample.status().name()), sample.parcel().mass().kg(), sample.parcel().courier(),
                sample.parcel().number(), sample.parcel().sentOn(), sample.registeredAt(), sample.version(), commands(sample, reader));
        if (reader.partyKind() != PartyKind.LABORATORY) {
            view.setSupplierId(sample.supplierId());
            Optional.ofNullable(names.get(sample.supplierId())).ifPresent(name -> view.setSupplierName(name.nameZh()));
        }
        sample.laboratoryId().ifPresent(laboratory -> {
            view.setLaboratoryId(laboratory);
            Optional.ofNullable(names.get(laboratory)).ifPresent(name -> view.setLaboratoryName(name.nameZh()));
        });
        sample.endedAt().ifPresent(view::setEndedAt);
        sample.remark().ifPresent(view::setRemark);
        return view;
    }

    private static List<org.jucai.spec.model.Sample.AllowedCommandsEnum> commands(Sample sample, Actor reader) {
        List<org.jucai.spec.model.Sample.AllowedCommandsEnum> commands = new ArrayList<>();
        if (sample.status() != SampleStatus.SENT) return commands;
        if (sample.isReceivedBy(reader.partyId())) commands.add(org.jucai.spec.model.Sample.AllowedCommandsEnum.RECEIVE);
        if (reader.actsFor(sample.supplierId())) commands.add(org.jucai.spec.model.Sample.AllowedCommandsEnum.CANCEL);
        return commands;
    }

    private static Asking asking(Tx tx, Caller caller) {
        return new Asking(tx, caller.actor(), caller.now());
    }
}
