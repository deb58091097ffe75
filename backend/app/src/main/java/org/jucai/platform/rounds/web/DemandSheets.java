package org.jucai.platform.rounds.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.workbook.Payment;
import org.jucai.platform.rounds.workbook.RowsWriter;
import org.jucai.platform.rounds.workbook.RowsWriter.Out;
import org.jucai.platform.rounds.workbook.SheetTexts;
import org.jucai.platform.rounds.workbook.TemplateWriter;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Demand lines as files, in the reader's language. These methods write to disk and wait: they belong on an elastic thread. */
@Component
class DemandSheets {

    private final Words words;

    DemandSheets(Words words) {
        this.words = words;
    }

    /** One line, and whether its reader may see its cap. */
    record Shown(DemandLine line, @Nullable PartyName enterprise, boolean owner) {}

    /** A template with the round's grades; for a member, its number, code and name stand in the first row. */
    Resource template(List<String> grades, List<String> first, Locale locale) throws IOException {
        SheetTexts texts = new SheetTexts(say("sheet.demand", locale), say("sheet.notes", locale), headers(locale),
                List.of(say("sheet.instructions", locale).split("\n", -1)));
        List<String> example = List.of("E000", "", say("sheet.example.name", locale), grades.isEmpty() ? "" : grades.getFirst(), "", "60",
                "96", "128", "2125.00", say("sheet.example.place", locale), "", "", Payment.CASH.label(), "");
        return file(out -> TemplateWriter.write(texts, grades, first.isEmpty() ? List.of() : List.of(first), example, out));
    }

    Resource xlsx(Iterator<Shown> lines, Locale locale) throws IOException {
        return file(out -> RowsWriter.xlsx(say("sheet.demand", locale), exportHeaders(locale), rows(lines, locale), out));
    }

    Resource csv(Iterator<Shown> lines, Locale locale) throws IOException {
        return file(out -> RowsWriter.csv(exportHeaders(locale), rows(lines, locale), out));
    }

    private List<String> headers(Locale locale) {
        return TemplateWriter.COLUMNS.stream().map(field -> say("sheet.header." + field, locale)).toList();
    }

    private List<String> exportHeaders(Locale locale) {
        List<String> headers = new ArrayList<>(headers(locale));
        headers.addFirst(say("sheet.header.LINE", locale));
        headers.addLast(say("sheet.header.STATUS", locale));
        return headers;
    }

    private Iterator<List<Out>> rows(Iterator<Shown> lines, Locale locale) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public List<Out> next() {
                return row(lines.next(), locale);
            }
        };
    }

    private List<Out> row(Shown shown, Locale locale) {
        DemandLine line = shown.line();
        PartyName enterprise = shown.enterprise();
        Long cap = shown.owner() ? line.priceCap().map(FenPerTonne::fen).orElse(null) : null;
        Stream<Out> cells = Stream.of(Out.text(line.code()), Out.text(enterprise == null ? null : enterprise.code()), new Out.Empty(),
                Out.text(enterprise == null ? null : enterprise.nameZh()), Out.text(line.firstGrade()),
                Out.text(String.join("、", line.acceptedGrades().subList(1, line.acceptedGrades().size()))), Out.tonnes(line.minimum().kg()),
                Out.tonnes(line.target().kg()), Out.tonnes(line.maximum().kg()), Out.yuan(cap), Out.text(line.place().name()),
                new Out.Date(line.window().fromOn()), new Out.Date(line.window().toOn()),
                Out.text(Payment.valueOf(line.payment().name()).label()), Out.text(line.remark()),
                Out.text(say("sheet.status." + line.status(), locale)));
        return cells.toList();
    }

    private String say(String key, Locale locale) {
        return words.say(key, locale, Map.of());
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Written whole before the first byte is sent, so that a failure is a problem and no half file; gone once it was read. */
    private static Resource file(Writing writing) throws IOException {
        Path file = Files.createTempFile("demand", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                writing.to(out);
            }
            return new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
