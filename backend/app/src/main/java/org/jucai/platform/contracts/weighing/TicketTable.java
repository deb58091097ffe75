package org.jucai.platform.contracts.weighing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads tickets out of a weighbridge's table: a header that names gross and tare, and the rows below it. Pure. Nothing is guessed that decides money: a
 * mass whose unit cannot be told, or a net that is not gross less tare, is a fault of its row and not a ticket.
 */
public final class TicketTable {

    /** No road carries 150 t and no truck weighs 200 kg: what is less than the one is tonnes, what is more than the other kilograms. */
    private static final BigDecimal MOST_TONNES = new BigDecimal(150);
    private static final BigDecimal LEAST_KILOGRAMS = new BigDecimal(200);
    private static final BigDecimal KILOGRAMS_OF_A_TONNE = new BigDecimal(1_000);
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_BRIDGE = 60;
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_NAME = 20;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private static final Pattern MASS = Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,7})(\\.\\d{1,6})?(kg|t|吨|公斤|千克)?");
    private static final Pattern MOMENT = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]*(\\d{1,2})[:时](\\d{1,2})(?:[:分]\\d{1,2}(?:\\.\\d+)?秒?)?分?)?");

    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:时]\\d{1,2}.{0,6}");

    private final String bridge;
    private final Map<TicketColumn, Integer> at = new EnumMap<>(TicketColumn.class);
    private final List<Integer> times = new ArrayList<>();
    private final Map<TicketColumn, String> units = new EnumMap<>(TicketColumn.class);
    private final List<ReadTicket> read = new ArrayList<>();

    private TicketTable(String bridge) {
        this.bridge = bridge;
    }

    /** A row as it was sent. */
    public record Row(String sheet, int number, List<String> cells) {}

    /** @param bridge the weighbridge where no column says it; empty for none. Rows above the first header are titles and no tickets */
    public static List<ReadTicket> read(List<Row> rows, String bridge) {
        TicketTable table = new TicketTable(bridge.strip());
        rows.forEach(table::row);
        return List.copyOf(table.read);
    }

    private void row(Row row) {
        Map<TicketColumn, Integer> header = header(row);
        if (header.containsKey(TicketColumn.GROSS) && header.containsKey(TicketColumn.TARE)) begin(row, header);
        else if (!at.isEmpty() && isData(row)) ticket(row);
    }

    private static Map<TicketColumn, Integer> header(Row row) {
        Map<TicketColumn, Integer> header = new EnumMap<>(TicketColumn.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int column = i;
            TicketColumn.of(row.cells().get(i)).ifPresent(named -> header.putIfAbsent(named, column));
        }
        return header;
    }

    private void begin(Row row, Map<TicketColumn, Integer> header) {
        at.clear();
        units.clear();
        times.clear();
        at.putAll(header);
        header.forEach((column, i) -> unit(row.cells().get(i)).ifPresent(unit -> units.put(column, unit)));
        for (int i = 0; i < row.cells().size(); i++) {
            if (TicketColumn.of(row.cells().get(i)).filter(named -> named == TicketColumn.WEIGHED_AT).isPresent()) times.add(i);
        }
    }

    private static Optional<String> unit(String header) {
        String said = header.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (said.contains("kg") || said.contains("公斤") || said.contains("千克")) return Optional.of("kg");
        return said.contains("吨") || said.matches(".*[(（]t[)）].*") ? Optional.of("t") : Optional.empty();
    }

    /** Sums and signatures below a table name no truck and no ticket. */
    private boolean isData(Row row) {
        boolean named = !said(row, TicketColumn.NUMBER).isEmpty() || !said(row, TicketColumn.PLATE).isEmpty() || !said(row, TicketColumn.DELIVERY).isEmpty();
        boolean weighed = !said(row, TicketColumn.GROSS).isEmpty() || !said(row, TicketColumn.TARE).isEmpty();
        boolean sum = row.cells().stream().anyMatch(cell -> cell.startsWith("合计") || cell.startsWith("小计") || cell.equalsIgnoreCase("total"));
        return named && weighed && !sum;
    }

    private String said(Row row, TicketColumn column) {
        Integer i = at.get(column);
        return i == null || i >= row.cells().size() ? "" : row.cells().get(i).strip();
    }

    private void ticket(Row row) {
        List<ReadTicket.Fault> faults = new ArrayList<>();
        Optional<String> code = name(row, TicketColumn.DELIVERY, faults);
        Optional<String> plate = name(row, TicketColumn.PLATE, faults);
        if (faults.isEmpty() && code.isEmpty() && plate.isEmpty()) faults.add(new ReadTicket.Fault(TicketColumn.PLATE, ReadTicket.Why.MISSING, ""));
        Optional<ReadTicket.Slip> slip = slip(row, faults);
        Optional<ReadTicket.Form> form = faults.isEmpty() ? slip.map(one -> new ReadTicket.Form(code, plate, one)) : Optional.empty();
        read.add(new ReadTicket(row.sheet(), row.number(), form, faults));
    }

    private Optional<String> name(Row row, TicketColumn column, List<ReadTicket.Fault> faults) {
        String said = said(row, column);
        if (said.isEmpty()) return Optional.empty();
        if (said.length() < SHORTEST_NAME || said.length() > LONGEST_NAME) faults.add(new ReadTicket.Fault(column, ReadTicket.Why.UNCLEAR, said));
        return Optional.of(said);
    }

    private Optional<ReadTicket.Slip> slip(Row row, List<ReadTicket.Fault> faults) {
        String number = text(row, TicketColumn.NUMBER, LONGEST_NUMBER, "", faults);
        String scale = text(row, TicketColumn.BRIDGE, LONGEST_BRIDGE, bridge, faults);
        Optional<Long> gross = mass(row, TicketColumn.GROSS, faults);
        Optional<Long> tare = mass(row, TicketColumn.TARE, faults);
        Optional<Instant> when = moment(row, faults);
        if (gross.isEmpty() || tare.isEmpty() || when.isEmpty()) return Optional.empty();
        boolean printed = !said(row, TicketColumn.NET).isEmpty();
        Optional<Long> net = printed ? mass(row, TicketColumn.NET, faults) : Optional.of(gross.get() - tare.get());
        if (net.isPresent() && net.get() != gross.get() - tare.get()) faults.add(new ReadTicket.Fault(TicketColumn.NET, ReadTicket.Why.NET_DIFFERS, said(row, TicketColumn.NET)));
        return Optional.of(new ReadTicket.Slip(scale, number, gross.get(), tare.get(), when.get()));
    }

    private String text(Row row, TicketColumn column, int longest, String otherwise, List<ReadTicket.Fault> faults) {
        String said = said(row, column).isEmpty() ? otherwise : said(row, column);
        if (said.isEmpty()) faults.add(new ReadTicket.Fault(column, ReadTicket.Why.MISSING, ""));
        if (said.length() > longest) faults.add(new ReadTicket.Fault(column, ReadTicket.Why.TOO_LARGE, said));
        return said;
    }

    private Optional<Long> mass(Row row, TicketColumn column, List<ReadTicket.Fault> faults) {
        String said = said(row, column);
        Optional<Long> mass = kilograms(said, units.get(column));
        boolean heavy = mass.filter(kg -> kg > WeighingRules.HEAVIEST.kg()).isPresent();
        if (said.isEmpty()) faults.add(new ReadTicket.Fault(column, ReadTicket.Why.MISSING, ""));
        else if (mass.isEmpty()) faults.add(new ReadTicket.Fault(column, ReadTicket.Why.UNCLEAR, said));
        else if (heavy) faults.add(new ReadTicket.Fault(column, ReadTicket.Why.TOO_LARGE, said));
        return heavy ? Optional.empty() : mass;
    }

    /** The cell's own unit goes before the header's; without either the size tells. A part of a kilogram is not read. */
    static Optional<Long> kilograms(String said, @Nullable String header) {
        Matcher matcher = MASS.matcher(said.replaceAll("\\s", "").toLowerCase(Locale.ROOT));
        if (!matcher.matches()) return Optional.empty();
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        BigDecimal figure = new BigDecimal(matcher.group(1).replace(",", "") + fraction);
        String unit = matcher.group(3) == null ? header : matcher.group(3);
        boolean tonnes = unit == null ? figure.compareTo(MOST_TONNES) <= 0 : unit.equals("t") || unit.equals("吨");
        if (unit == null && !tonnes && figure.compareTo(LEAST_KILOGRAMS) < 0) return Optional.empty();
        BigDecimal kg = (tonnes ? figure.multiply(KILOGRAMS_OF_A_TONNE) : figure).stripTrailingZeros();
        return kg.scale() > 0 ? Optional.empty() : Optional.of(kg.longValueExact());
    }

    private Optional<Instant> moment(Row row, List<ReadTicket.Fault> faults) {
        String said = stated(row);
        Optional<Instant> moment = moment(said);
        if (moment.isEmpty()) faults.add(new ReadTicket.Fault(TicketColumn.WEIGHED_AT, said.isEmpty() ? ReadTicket.Why.MISSING : ReadTicket.Why.UNCLEAR, said));
        return moment;
    }

    /** The last time that stands in the row: the truck is weighed once both weighings are done. A time without a day belongs to the day before it. */
    private String stated(Row row) {
        List<String> said = times.stream().filter(i -> i < row.cells().size()).map(i -> row.cells().get(i).strip()).filter(cell -> !cell.isEmpty()).toList();
        if (said.isEmpty()) return "";
        String last = said.getLast();
        if (!CLOCK.matcher(last).matches()) return last;
        return said.reversed().stream().filter(cell -> moment(cell).isPresent()).findFirst().map(day -> day + " " + last).orElse(last);
    }

    /** Beijing time; a day alone begins it. What is stated is kept and judged by nowhere. */
    static Optional<Instant> moment(String said) {
        Matcher matcher = MOMENT.matcher(said);
        if (!matcher.matches()) return Optional.empty();
        try {
            int hour = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
            int minute = matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5));
            return Optional.of(LocalDateTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)), hour, minute)
                    .atZone(HERE).toInstant());
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
