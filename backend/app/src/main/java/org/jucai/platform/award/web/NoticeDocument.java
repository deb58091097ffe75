package org.jucai.platform.award.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jucai.platform.award.decisions.Award;
import org.jucai.platform.award.decisions.AwardSheet;
import org.jucai.platform.kernel.web.Words;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The public notice of an award, and of its result once it is final, as a Word document: what the public sees on the page, nothing more. */
@Component
class NoticeDocument {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final int TITLE_POINTS = 16;

    private final Words words;
    private final Scheduler settlers;

    NoticeDocument(Words words, Scheduler settlers) {
        this.words = words;
        this.settlers = settlers;
    }

    Mono<Resource> of(AwardViews.Seen seen, Locale locale) {
        return Mono.fromCallable(() -> Documents.written(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                head(document, seen, locale);
                table(document, seen, locale);
                foot(document, seen, locale);
                document.write(out);
            }
        })).subscribeOn(settlers);
    }

    private void head(XWPFDocument document, AwardViews.Seen seen, Locale locale) {
        Award award = seen.shown().award();
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        XWPFRun run = title.createRun();
        run.setBold(true);
        run.setFontSize(TITLE_POINTS);
        run.setText(say("title." + award.status() + "." + seen.round().terms().profile(), locale, Map.of()));
        line(document, say("round", locale, Map.of("code", seen.round().code(), "title", seen.round().terms().title(), "association", seen.name(seen.round().associationId()))));
        line(document, say("version", locale, Map.of("number", award.number())));
        award.publicisedAt().ifPresent(at -> line(document, say("since", locale, Map.of("at", time(at)))));
        seen.publicUntil().ifPresent(until -> line(document, say("until", locale, Map.of("at", time(until)))));
        award.finalAt().ifPresent(at -> line(document, say("final", locale, Map.of("at", time(at)))));
        award.revokedAt().ifPresent(at -> line(document, say("revoked", locale, Map.of("at", time(at), "why", award.revokedBecause().orElse("")))));
    }

    private void table(XWPFDocument document, AwardViews.Seen seen, Locale locale) {
        List<String> heads = List.of("lot", "grade", "target", "awarded", "winner", "mass", "price", "goods");
        XWPFTable table = document.createTable(1, heads.size());
        for (int c = 0; c < heads.size(); c++) table.getRow(0).getCell(c).setText(say("head." + heads.get(c), locale, Map.of()));
        for (AwardSheet.Lot lot : seen.shown().award().sheet().lots()) {
            if (lot.winners().isEmpty()) row(table, List.of(lot.code(), lot.grade(), Documents.tonnes(lot.targetKg()), "0", say("nobody", locale, Map.of()), "", "", ""));
            for (AwardSheet.Winner winner : lot.winners()) {
                row(table, List.of(lot.code(), lot.grade(), Documents.tonnes(lot.targetKg()), Documents.tonnes(lot.awardedKg()), seen.name(winner.supplierId()),
                        Documents.tonnes(winner.massKg()), prices(winner), Documents.yuan(winner.goodsFen())));
            }
        }
    }

    private static String prices(AwardSheet.Winner winner) {
        return String.join(" / ", winner.priced().stream().map(priced -> Documents.yuan(priced.priceFenPerTonne())).toList());
    }

    private void foot(XWPFDocument document, AwardViews.Seen seen, Locale locale) {
        AwardSheet sheet = seen.shown().award().sheet();
        line(document, say("sums", locale, Map.of("lots", sheet.served(), "suppliers", sheet.suppliersUsed(), "goods", Documents.yuan(sheet.goodsFen()))));
        Long gap = sheet.gapPpm();
        if (gap != null) line(document, say("gap", locale, Map.of("gap", Documents.percent(Math.ceilDiv(gap, 100)))));
        line(document, say("objections", locale, Map.of()));
    }

    private static void row(XWPFTable table, List<String> cells) {
        XWPFTableRow row = table.createRow();
        for (int c = 0; c < cells.size(); c++) row.getCell(c).setText(cells.get(c));
    }

    private static void line(XWPFDocument document, String text) {
        document.createParagraph().createRun().setText(text);
    }

    private String say(String key, Locale locale, Map<String, ?> facts) {
        return words.say("notice." + key, locale, facts);
    }

    private static String time(Instant at) {
        return MINUTE.format(at);
    }
}
