package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remembers what titles, headings between rows and the sheet's name say about the rows below them. */
final class Surroundings {

    private static final int MOST_TITLES = 20;
    private static final int LONGEST_NAME = 40;
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{1,3}[- ]?\\d{2,6}(?!\\d)|[0-9A-Z]{18}");
    private static final Pattern FIRM = Pattern.compile("公司|厂|集团|合作社|Ltd\\.?|Co\\.?");

    private final Setting setting;
    private final boolean base1904;
    private final List<String> titles = new ArrayList<>();
    private Context context;
    private boolean fresh = true;

    Surroundings(Grid grid, Setting setting) {
        this.setting = setting;
        this.base1904 = grid.base1904();
        this.context = new Context(null, false, null, false, base1904, null);
        listen(Fold.text(grid.name()));
    }

    List<String> titles() {
        return titles;
    }

    /** What was heard so far belongs to the rows that begin now. */
    void dataBegins() {
        fresh = false;
    }

    /** A row of text: a title, a heading or a note. */
    void heard(GridRow row) {
        if (!fresh) titles.clear();
        fresh = true;
        for (int i = 0; i < row.size(); i++) {
            String text = Fold.text(row.cell(i).text());
            if (titles.size() < MOST_TITLES && !titles.contains(text)) titles.add(text);
            listen(text);
        }
    }

    Context context(Table table) {
        boolean noDates = table.fields().keySet().stream().noneMatch(Field::isDate);
        return context.withoutDates(noDates);
    }

    private void listen(String text) {
        numbered(text).ifPresentOrElse(found -> context = context.named(found, true),
                () -> named(text).ifPresent(found -> context = context.named(found, false)));
        Window.inTitle(text, setting.period()).ifPresent(window -> context = context.within(window));
    }

    private Optional<Enterprise> numbered(String text) {
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            String key = Fold.key(matcher.group());
            Optional<Enterprise> found = setting.lookup().enterpriseById(key).or(() -> setting.lookup().enterpriseByUscc(key));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** The longest member's name that ends at a word for a firm. */
    private Optional<Enterprise> named(String text) {
        Matcher matcher = FIRM.matcher(text);
        while (matcher.find()) {
            for (int start = Math.max(0, matcher.end() - LONGEST_NAME); start < matcher.start(); start++) {
                Optional<Enterprise> found = setting.lookup().enterpriseByName(Fold.key(text.substring(start, matcher.end())));
                if (found.isPresent()) return found;
            }
        }
        return setting.lookup().enterpriseByName(Fold.key(text));
    }
}
