package org.jucai.platform.contracts.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What weighbridges print, and what of it is a ticket. */
class TicketTableTest {

    private static final String HEADER = "磅单号|车牌号|货名|毛重(吨)|皮重(吨)|净重(吨)|过磅时间";

    private static List<ReadTicket> read(String... lines) {
        List<TicketTable.Row> rows = new ArrayList<>();
        for (String line : lines) rows.add(new TicketTable.Row("", rows.size() + 1, List.of(line.split("\\|", -1))));
        return TicketTable.read(rows, "华新1号地磅");
    }

    private static ReadTicket one(String line) {
        return read(HEADER, line).getFirst();
    }

    private static List<String> faults(ReadTicket row) {
        return row.faults().stream().map(fault -> fault.column() + " " + fault.why()).toList();
    }

    @Test
    void aRowBelowItsHeaderIsATicketAndTitlesAndSumsAreNone() {
        List<ReadTicket> rows = read("过磅明细", HEADER, "0000417|晋C12345|矾土|47.98|16|31.98|2027-05-12 09:20", "合计|1车||47.98|16|31.98|", "司磅员：|||||");
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).isEqualTo(3);
        ReadTicket.Form form = rows.getFirst().ticket().orElseThrow();
        assertThat(form.plate()).contains("晋C12345");
        assertThat(form.slip()).isEqualTo(new ReadTicket.Slip("华新1号地磅", "0000417", 47_980, 16_000, Instant.parse("2027-05-12T01:20:00Z")));
    }

    @Test
    void theUnitIsTheCellsOwnElseTheHeadersElseWhatATruckCanWeigh() {
        assertThat(TicketTable.kilograms("47.98", "t")).contains(47_980L);
        assertThat(TicketTable.kilograms("47,980", "kg")).contains(47_980L);
        assertThat(TicketTable.kilograms("47980 kg", "t")).contains(47_980L);
        assertThat(TicketTable.kilograms("47.98", null)).contains(47_980L);
        assertThat(TicketTable.kilograms("47980", null)).contains(47_980L);
        assertThat(TicketTable.kilograms("180", null)).as("neither a truck's tonnes nor its kilograms").isEmpty();
        assertThat(TicketTable.kilograms("47.9805", "t")).as("half a kilogram").isEmpty();
        assertThat(TicketTable.kilograms("约48", "t")).isEmpty();
        assertThat(TicketTable.kilograms("-48", "t")).isEmpty();
    }

    @Test
    void aNetThatIsNotGrossLessTareIsAFaultAndNoTicket() {
        ReadTicket row = one("0000417|晋C12345|矾土|47.98|16|31.90|2027-05-12 09:20");
        assertThat(row.ticket()).isEmpty();
        assertThat(faults(row)).containsExactly("NET NET_DIFFERS");
        assertThat(row.faults().getFirst().said()).isEqualTo("31.90");
    }

    @Test
    void eachMissingOrUnclearCellIsNamed() {
        assertThat(faults(one("|晋C12345|矾土|47.98|16||2027-05-12"))).containsExactly("NUMBER MISSING");
        assertThat(faults(one("417||矾土|47.98|16||2027-05-12"))).containsExactly("PLATE MISSING");
        assertThat(faults(one("417|晋C1|矾土|47.98|16||2027-05-12"))).containsExactly("PLATE UNCLEAR");
        assertThat(faults(one("417|晋C12345|矾土|四十八|||昨天"))).containsExactly("GROSS UNCLEAR", "TARE MISSING", "WEIGHED_AT UNCLEAR");
        assertThat(faults(one("417|晋C12345|矾土|160|16||2027-02-30 10:00"))).containsExactly("GROSS TOO_LARGE", "WEIGHED_AT UNCLEAR");
    }

    @Test
    void theLaterTimeCountsAndADayAloneBeginsIt() {
        List<ReadTicket> rows = read("ticket no.|plate|gross kg|gross time|tare kg|tare time|print time", "417|晋C12345|47980|2027/5/12 9:20:31|16000|2027/5/12 10:05|2027/5/13 8:00");
        assertThat(rows.getFirst().ticket().orElseThrow().slip().weighedAt()).isEqualTo(Instant.parse("2027-05-12T02:05:00Z"));
        assertThat(TicketTable.moment("2027年5月12日")).contains(Instant.parse("2027-05-11T16:00:00Z"));
        assertThat(TicketTable.moment("2027-05-12 25:00")).isEmpty();
    }

    @Test
    void aDayAndATimeInTwoColumnsAreOneMoment() {
        String header = "磅单号|车牌号|毛重|皮重|日期|毛重时间|皮重时间";
        ReadTicket row = read(header, "417|晋C12345|47980|16000|2027-05-12|09:20|10:05").getFirst();
        assertThat(row.ticket().orElseThrow().slip().weighedAt()).isEqualTo(Instant.parse("2027-05-12T02:05:00Z"));
        assertThat(faults(read(header, "417|晋C12345|47980|16000||09:20|10:05").getFirst())).containsExactly("WEIGHED_AT UNCLEAR");
    }

    @Test
    void withoutAHeaderOfGrossAndTareNothingIsRead() {
        assertThat(read("需求|数量", "GL-85A|60")).isEmpty();
        assertThat(TicketTable.read(List.of(), "")).isEmpty();
        assertThat(TicketColumn.of("毛重时间")).isEqualTo(Optional.of(TicketColumn.WEIGHED_AT));
        assertThat(TicketColumn.of("交货编号")).isEqualTo(Optional.of(TicketColumn.DELIVERY));
        assertThat(TicketColumn.of("备注")).isEmpty();
    }
}
