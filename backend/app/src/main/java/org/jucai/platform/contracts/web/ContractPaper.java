package org.jucai.platform.contracts.web;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.AmountInWords;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.ContractTerms;
import org.jucai.platform.contracts.ContractText;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.papers.Paper;

/** The version of a contract that waits for signatures, or stands, as a paper: numbered articles, goods in a table, the amount in words, who signed when. */
final class ContractPaper {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final long FEN = 100;
    private static final int PPM_TO_PERCENT = 4;

    private final ContractViews.Seen seen;
    private final Words words;
    private final ShownTerms shown;
    private final Locale locale;
    private final List<Paper.Block> blocks = new ArrayList<>();
    private int article;

    private ContractPaper(ContractViews.Seen seen, Words words, ShownTerms shown, Locale locale) {
        this.seen = seen;
        this.words = words;
        this.shown = shown;
        this.locale = locale;
    }

    static Paper of(ContractViews.Seen seen, Words words, ShownTerms shown, Locale locale) {
        return new ContractPaper(seen, words, shown, locale).paper();
    }

    private Paper paper() {
        Contract contract = seen.contract();
        ContractText text = contract.toSign();
        parties(contract);
        goods(contract);
        amount(contract);
        terms(contract, text.terms());
        signatures(contract, text);
        return new Paper(say("title." + contract.kind()), say("subtitle", Map.of("code", contract.code(), "number", text.number(), "round", contract.roundCode())), blocks,
                "SHA-256 " + text.sha256(), text.writtenAt());
    }

    private void parties(Contract contract) {
        List<Paper.Fact> facts = new ArrayList<>(List.of(new Paper.Fact(say("seller." + contract.kind()), name(contract.sellerId())),
                new Paper.Fact(say("buyer." + contract.kind()), name(contract.buyerId()))));
        if (!contract.isParty(contract.groupId())) facts.add(new Paper.Fact(say("agent"), name(contract.groupId())));
        blocks.add(new Paper.Facts(facts));
        blocks.add(new Paper.Paragraph(say("opening." + contract.kind())));
    }

    private void goods(Contract contract) {
        heading("goods");
        boolean sells = contract.kind().sellsGoods();
        List<Paper.Column> columns = new ArrayList<>();
        for (String title : List.of("line", "grade", "from", "receiver")) columns.add(new Paper.Column(say("column." + title), false));
        columns.add(new Paper.Column(say("column.tonnes"), true));
        if (sells) columns.add(new Paper.Column(say("column.price"), true));
        columns.add(new Paper.Column(say("column.days"), false));
        columns.add(new Paper.Column(say("column.amount"), true));
        blocks.add(new Paper.Table(columns, contract.items().stream().map(item -> row(item, sells)).toList()));
        contract.items().stream().map(this::guarantees).distinct().filter(line -> !line.isEmpty()).forEach(line -> blocks.add(new Paper.Paragraph(line)));
    }

    private List<String> row(ContractItem item, boolean sells) {
        ContractItem.Goods goods = item.goods();
        List<String> row = new ArrayList<>(List.of(item.lotCode() + " / " + item.lineCode(), goods.grade() + " " + code("size", goods.size()) + " " + code("packing", goods.packing()),
                name(item.supplierId()), name(item.enterpriseId()) + " " + item.destination().place(), tonnes(item.mass().kg())));
        if (sells) row.add(String.join(" / ", item.priced().stream().map(each -> yuan(each.priceFenPerTonne())).toList()));
        row.add(item.destination().fromOn() + " – " + item.destination().toOn());
        row.add(yuan(item.money().totalFen()));
        return row;
    }

    private String guarantees(ContractItem item) {
        if (item.goods().guarantees().isEmpty()) return "";
        String limits = String.join("；", item.goods().guarantees().stream().map(each -> each.property() + bound(" ≥ ", each.minimumPpm()) + bound(" ≤ ", each.maximumPpm())).toList());
        return say("guarantee", Map.of("grade", item.goods().grade(), "supplier", name(item.supplierId()), "limits", limits, "moisture", percent(item.goods().moistureMaximumPpm())));
    }

    private static String bound(String sign, @Nullable Long ppm) {
        return ppm == null ? "" : sign + percent(ppm) + "%";
    }

    private void amount(Contract contract) {
        heading("amount");
        long goods = contract.items().stream().mapToLong(item -> item.money().goodsFen()).sum();
        long freight = contract.items().stream().mapToLong(item -> item.money().freightFen()).sum();
        long even = contract.items().stream().mapToLong(item -> item.money().equalisationFen()).sum();
        long fee = contract.items().stream().mapToLong(item -> item.money().feeFen()).sum();
        blocks.add(new Paper.Paragraph(say("sum." + contract.kind(), Map.of("goods", yuan(goods), "freight", yuan(freight), "even", yuan(even), "fee", yuan(fee)))));
        blocks.add(new Paper.Paragraph(say("total", Map.of("total", yuan(contract.totalFen()), "words", AmountInWords.of(contract.totalFen())))));
        blocks.add(new Paper.Paragraph(say("tax")));
    }

    private void terms(Contract contract, ContractTerms terms) {
        heading("payment");
        blocks.add(new Paper.Paragraph(say("payment." + terms.payment().trigger(), Map.of("days", terms.payment().days()))));
        blocks.add(new Paper.Paragraph(say("late", Map.of("rate", percent(terms.lateInterestPpmPerDay())))));
        if (contract.kind().coversSupply()) blocks.add(new Paper.Paragraph(say("fee", Map.of("rate", new BigDecimal(terms.fee().rateBp()).movePointLeft(2).toPlainString()))));
        heading("delivery");
        blocks.add(new Paper.Paragraph(say("tolerance", Map.of("rate", new BigDecimal(terms.delivery().toleranceBp()).movePointLeft(2).toPlainString()))));
        blocks.add(new Paper.Paragraph(say("ticket." + terms.delivery().ticket(), Map.of("permille", terms.delivery().weighingDifferencePermille()))));
        blocks.add(new Paper.Paragraph(say("moisture." + terms.delivery().moisture().rule(), Map.of("limit", percent(terms.delivery().moisture().limitPpm())))));
        blocks.add(new Paper.Paragraph(say("dispute", Map.of("days", terms.disputeDays()))));
        terms.approvalReference().ifPresent(reference -> blocks.add(new Paper.Paragraph(say("approval", Map.of("reference", reference)))));
        quality(contract, terms);
        if (terms.supplementary().isEmpty()) return;
        heading("supplementary");
        for (int i = 0; i < terms.supplementary().size(); i++) blocks.add(new Paper.Paragraph((i + 1) + ". " + terms.supplementary().get(i)));
    }

    /** What each grade's formula says, in sentences; or that the price of the grade is not adjusted. */
    private void quality(Contract contract, ContractTerms terms) {
        heading("quality");
        contract.items().stream().map(item -> item.goods().grade()).distinct().sorted().forEach(grade -> terms.formula(grade).ifPresentOrElse(formula -> {
            blocks.add(new Paper.Paragraph(say("formula", Map.of("grade", grade, "name", formula.name(), "version", formula.version()))));
            shown.sentences(formula, locale).forEach(sentence -> blocks.add(new Paper.Paragraph("· " + sentence)));
        }, () -> blocks.add(new Paper.Paragraph(say("noFormula", Map.of("grade", grade))))));
        if (!terms.formulas().isEmpty()) blocks.add(new Paper.Paragraph(say("formulaText")));
    }

    private void signatures(Contract contract, ContractText text) {
        heading("signatures");
        List<String> open = new ArrayList<>();
        for (UUID party : List.of(contract.sellerId(), contract.buyerId())) {
            Optional<ContractText.Signature> signed = text.signatures().stream().filter(each -> each.partyId().equals(party)).findFirst();
            signed.ifPresentOrElse(each -> blocks.add(new Paper.Paragraph(say("signed", Map.of("party", name(party), "at", MINUTE.format(each.at()))))), () -> open.add(name(party)));
        }
        if (!open.isEmpty()) blocks.add(new Paper.Signatures(open));
        blocks.add(new Paper.Paragraph(say("digest")));
    }

    private void heading(String key) {
        article++;
        blocks.add(new Paper.Heading(say("article", Map.of("number", article, "title", say("heading." + key)))));
    }

    private String code(String kind, String value) {
        return say(kind + "." + value);
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, ?> facts) {
        return words.say("contracts.paper." + key, locale, new HashMap<>(facts));
    }

    private String name(UUID party) {
        return Optional.ofNullable(ItemViews.name(seen.names(), party)).orElse("—");
    }

    private static String yuan(long fen) {
        long whole = Math.abs(fen);
        return (fen < 0 ? "-" : "") + String.format(Locale.ROOT, "%,d.%02d", whole / FEN, whole % FEN);
    }

    private static String tonnes(long kg) {
        return BigDecimal.valueOf(kg, 3).toPlainString();
    }

    private static String percent(long ppm) {
        return BigDecimal.valueOf(ppm, PPM_TO_PERCENT).stripTrailingZeros().toPlainString();
    }
}
