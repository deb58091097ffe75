package org.jucai.platform.award.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jucai.spec.model.Statement;
import org.jucai.spec.model.StatementAdjustment;
import org.jucai.spec.model.StatementSupplier;
import org.jucai.spec.model.StatementTrucks;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** A statement as a workbook of one sheet, to be read and printed: figures as numbers, texts as texts, never as formulas. */
@Component
class StatementBook {

    private static final int[] WIDTHS = {26, 60, 18, 18, 18};
    private static final int CHARACTER = 256;

    private final StatementWords words;

    StatementBook(StatementWords words) {
        this.words = words;
    }

    Resource of(Statement statement, Locale locale) throws IOException {
        return Documents.written(out -> {
            try (XSSFWorkbook book = new XSSFWorkbook()) {
                Page page = new Page(book, locale);
                head(page, statement);
                suppliers(page, statement);
                sums(page, statement);
                statement.getSteps().forEach(step -> page.row(page.say("step." + step.getStep().name()), step.getText()));
                trucks(page, statement);
                adjustments(page, statement);
                book.write(out);
            }
        });
    }

    private void head(Page page, Statement statement) {
        page.title(page.say("title") + " " + statement.getRoundCode() + " / " + statement.getLot().getCode() + " / " + statement.getAllocation().getLineCode());
        page.row(page.say("member"), String.valueOf(statement.getAllocation().getEnterpriseName()));
        page.row(page.say("grade"), statement.getLot().getGrade());
        page.figure(page.say("asked"), tonnes(statement.getAsked().getTargetKg()));
        page.figure(page.say("got"), tonnes(statement.getGotKg()));
    }

    private void suppliers(Page page, Statement statement) {
        page.heads("from", "mass", "goods", "freight");
        for (StatementSupplier from : statement.getSuppliers()) {
            Row row = page.next();
            row.createCell(0).setCellValue(String.valueOf(from.getSupplierName()));
            page.number(row, 1, tonnes(from.getMassKg()));
            page.number(row, 2, yuan(from.getGoodsFen()));
            page.number(row, 3, yuan(from.getFreightFen()));
        }
    }

    private void sums(Page page, Statement statement) {
        page.heads("sums", "yuan");
        page.figure(page.say("goods"), yuan(statement.getGoodsFen()));
        page.figure(page.say("freight"), yuan(statement.getFreightFen()));
        page.figure(page.say("ownFreight"), yuan(statement.getOwnFreightFen()));
        page.figure(page.say("fee"), yuan(statement.getFeeFen()));
        page.figure(page.say("total"), yuan(statement.getTotalFen()));
        Long alone = statement.getAloneFen();
        Long saving = statement.getSavingFen();
        if (alone != null) page.figure(page.say("alone"), yuan(alone));
        if (saving != null) page.figure(page.say("saving"), yuan(saving));
        page.heads("steps");
    }

    private void trucks(Page page, Statement statement) {
        page.heads("trucks", "days", "mass", "fullTrucks", "with");
        for (StatementTrucks trip : statement.getTrucks()) {
            Row row = page.next();
            row.createCell(0).setCellValue(String.valueOf(trip.getSupplierName()));
            row.createCell(1).setCellValue(trip.getFromOn() + " – " + trip.getToOn());
            page.number(row, 2, tonnes(trip.getMassKg()));
            row.createCell(3).setCellValue(trip.getFullTrucks());
            row.createCell(4).setCellValue(String.join(", ", trip.getSharedWith()));
        }
    }

    /** What became of the share since it was confirmed; above stands what was confirmed. */
    private void adjustments(Page page, Statement statement) {
        for (StatementAdjustment one : statement.getAdjustments()) {
            page.heads("adjusted", "before", "after");
            Row mass = page.labelled("got");
            page.number(mass, 1, tonnes(one.getBeforeKg()));
            page.number(mass, 2, tonnes(one.getAfterKg()));
            Row sum = page.labelled("total");
            page.number(sum, 1, yuan(one.getBeforeFen()));
            page.number(sum, 2, yuan(one.getAfterFen()));
            one.getSteps().forEach(step -> page.row(one.getCauseCode(), step));
        }
    }

    private static BigDecimal tonnes(long kg) {
        return BigDecimal.valueOf(kg, 3);
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** The sheet, written from top to bottom. */
    private final class Page {

        private final Sheet sheet;
        private final CellStyle bold;
        private final CellStyle wrapped;
        private final Locale locale;
        private int rows;

        Page(XSSFWorkbook book, Locale locale) {
            this.locale = locale;
            sheet = book.createSheet(say("title"));
            for (int c = 0; c < WIDTHS.length; c++) sheet.setColumnWidth(c, WIDTHS[c] * CHARACTER);
            Font font = book.createFont();
            font.setBold(true);
            bold = book.createCellStyle();
            bold.setFont(font);
            wrapped = book.createCellStyle();
            wrapped.setWrapText(true);
        }

        String say(String heading) {
            return words.heading(heading, locale);
        }

        Row next() {
            return sheet.createRow(rows++);
        }

        Row labelled(String heading) {
            Row row = next();
            row.createCell(0).setCellValue(say(heading));
            return row;
        }

        void title(String text) {
            Row row = next();
            row.createCell(0).setCellValue(text);
            row.getCell(0).setCellStyle(bold);
        }

        void heads(String... headings) {
            rows++;
            Row row = next();
            for (int c = 0; c < headings.length; c++) {
                row.createCell(c).setCellValue(say(headings[c]));
                row.getCell(c).setCellStyle(bold);
            }
        }

        void row(String label, String text) {
            Row row = next();
            row.createCell(0).setCellValue(label);
            row.createCell(1).setCellValue(text);
            row.getCell(1).setCellStyle(wrapped);
        }

        void figure(String label, BigDecimal figure) {
            Row row = next();
            row.createCell(0).setCellValue(label);
            number(row, 1, figure);
        }

        void number(Row row, int column, BigDecimal figure) {
            row.createCell(column).setCellValue(figure.doubleValue()); // the format knows no other number; up to 15 digits it is exact
        }
    }
}
