package org.jucai.platform.contracts.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jucai.platform.contracts.weighing.ReadTicket;
import org.jucai.platform.contracts.weighing.TicketTable;
import org.jucai.platform.contracts.weighing.WeighingRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.sheets.SheetFile;
import org.jucai.spec.model.TicketSide;
import org.jucai.spec.model.WeighTable;
import org.jucai.spec.model.WeighTableFault;
import org.jucai.spec.model.WeighTableRow;
import org.jucai.spec.model.WeighTicketRow;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tables of weighbridges as they come and leave by HTTP. */
final class WeighTables {

    private WeighTables() {}

    /** @param bridge the weighbridge, where no column says it */
    static Mono<WeighTable> read(Part part, TicketSide side, String bridge) {
        if (!(part instanceof FilePart file)) return Mono.error(new RefusedException(WeighingRefusal.WEIGH_TABLE_MISSING));
        return DataBufferUtils.join(file.content(), SheetFile.MOST_BYTES)
                .onErrorMap(DataBufferLimitException.class, over -> SheetFile.tooLarge())
                .map(WeighTables::bytes).filter(bytes -> bytes.length > 0)
                .switchIfEmpty(Mono.error(() -> new RefusedException(WeighingRefusal.WEIGH_TABLE_MISSING)))
                .publishOn(Schedulers.boundedElastic())
                .map(bytes -> new WeighTable(TicketTable.read(rows(bytes), bridge).stream().map(row -> show(row, side)).toList()));
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static List<TicketTable.Row> rows(byte[] bytes) {
        try {
            return SheetFile.read(bytes).stream().map(row -> new TicketTable.Row(row.sheet(), row.number(), row.cells())).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static WeighTableRow show(ReadTicket read, TicketSide side) {
        WeighTableRow row = new WeighTableRow(read.number(), read.faults().stream().map(WeighTables::fault).toList());
        Optional.of(read.sheet()).filter(sheet -> !sheet.isEmpty()).ifPresent(row::setSheet);
        read.ticket().map(form -> ticket(form, side)).ifPresent(row::setTicket);
        return row;
    }

    private static WeighTableFault fault(ReadTicket.Fault fault) {
        return new WeighTableFault(WeighTableFault.ColumnEnum.valueOf(fault.column().name()), WeighTableFault.WhyEnum.valueOf(fault.why().name()), fault.said());
    }

    private static WeighTicketRow ticket(ReadTicket.Form form, TicketSide side) {
        ReadTicket.Slip slip = form.slip();
        WeighTicketRow row = new WeighTicketRow(side, slip.bridge(), slip.number(), slip.grossKg(), slip.tareKg(), slip.weighedAt());
        form.deliveryCode().ifPresent(row::setDeliveryCode);
        form.plate().ifPresent(row::setPlate);
        return row;
    }
}
