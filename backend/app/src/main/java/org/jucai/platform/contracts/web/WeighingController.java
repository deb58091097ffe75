package org.jucai.platform.contracts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.deliveries.WeighDesk;
import org.jucai.platform.contracts.weighing.Side;
import org.jucai.platform.contracts.weighing.Weighing;
import org.jucai.platform.contracts.weighing.WeighingRules;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.web.Words;
import org.jucai.spec.api.WeighingApi;
import org.jucai.spec.model.DeliveryStatus;
import org.jucai.spec.model.EnterWeighTickets;
import org.jucai.spec.model.TicketSide;
import org.jucai.spec.model.WeighDelivery;
import org.jucai.spec.model.WeighTable;
import org.jucai.spec.model.WeighTicketAnswer;
import org.jucai.spec.model.WeighTicketAnswers;
import org.jucai.spec.model.WeighTicketRow;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Weigh tickets by HTTP. */
@RestController
class WeighingController implements WeighingApi {

    private final Once once;
    private final WeighDesk scale;
    private final Words words;

    WeighingController(Once once, WeighDesk scale, Words words) {
        this.once = once;
        this.scale = scale;
        this.words = words;
    }

    @Override
    public Mono<WeighTicketAnswers> enterWeighTickets(String idempotencyKey, Mono<EnterWeighTickets> enterWeighTickets, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return enterWeighTickets.flatMap(form -> once.answer(exchange, form, WeighTicketAnswers.class, tx -> scale
                .all(new Asking(tx, caller.actor(), caller.now()), form.getTickets().stream().map(WeighingController::row).toList())
                .map(answers -> show(answers, caller))));
    }

    @Override
    public Mono<WeighTable> readWeighTickets(Part file, @Nullable TicketSide side, @Nullable String weighbridge, ServerWebExchange exchange) {
        return WeighTables.read(file, side == null ? TicketSide.DESTINATION : side, weighbridge == null ? "" : weighbridge);
    }

    private static WeighDesk.Row row(WeighTicketRow row) {
        return new WeighDesk.Row(Optional.ofNullable(row.getDeliveryCode()).map(WeighingRules::key), Optional.ofNullable(row.getPlate()),
                new Weighing(Side.valueOf(row.getSide().name()), row.getWeighbridge().strip(), row.getNumber().strip(), new Kilograms(row.getGrossKg()),
                        new Kilograms(row.getTareKg()), row.getWeighedAt()));
    }

    static Weighing weighing(WeighDelivery form) {
        return new Weighing(Side.valueOf(form.getSide().name()), form.getWeighbridge().strip(), form.getNumber().strip(), new Kilograms(form.getGrossKg()),
                new Kilograms(form.getTareKg()), form.getWeighedAt());
    }

    private WeighTicketAnswers show(List<WeighDesk.Answer> answers, Caller caller) {
        List<WeighTicketAnswer> shown = new ArrayList<>();
        for (WeighDesk.Answer answer : answers) shown.add(show(shown.size() + 1, answer, caller));
        int taken = (int) shown.stream().filter(WeighTicketAnswer::getTaken).count();
        return new WeighTicketAnswers(taken, shown.size() - taken, shown);
    }

    private WeighTicketAnswer show(int row, WeighDesk.Answer answer, Caller caller) {
        return switch (answer) {
            case WeighDesk.Answer.Taken(var delivery) -> {
                WeighTicketAnswer taken = new WeighTicketAnswer(row, true).deliveryId(delivery.id()).deliveryCode(delivery.code())
                        .status(DeliveryStatus.valueOf(delivery.status().name()));
                delivery.settled().ifPresent(mass -> taken.setSettledKg(mass.kg()));
                yield taken;
            }
            case WeighDesk.Answer.NotTaken(var refusal, var facts) -> new WeighTicketAnswer(row, false).problem("/problems/" + refusal.problem())
                    .detail(words.ofProblem(refusal.problem(), "detail", caller.locale(), facts));
        };
    }
}
