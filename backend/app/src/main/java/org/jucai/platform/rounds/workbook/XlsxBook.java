package org.jucai.platform.rounds.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An .xlsx: finds its parts by their relationships and reads its sheets one after another. */
final class XlsxBook {

    private record SheetEntry(String name, String relation, boolean hidden) {}

    private final GuardedZip zip;
    private final Budget budget;
    private final List<SheetEntry> entries = new ArrayList<>();
    private boolean base1904;

    private XlsxBook(GuardedZip zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    static void read(Path file, Budget budget, Consumer<Grid> sheets) throws IOException {
        try (GuardedZip zip = GuardedZip.open(file, budget.limits())) {
            new XlsxBook(zip, budget).sheets(sheets);
        }
    }

    private void sheets(Consumer<Grid> sheets) throws IOException {
        String workbook = relations("").values().stream().filter(r -> r.type().endsWith("/officeDocument"))
                .map(Relation::target).findFirst().orElseThrow(WorkbookRefusal.WORKBOOK_NOT_EXCEL::now);
        if (workbook.endsWith(".bin") || !workbook.startsWith("xl/")) throw WorkbookRefusal.WORKBOOK_NOT_EXCEL.now();
        Xml.read(zip, workbook, this::workbookElement);
        Map<String, Relation> parts = relations(workbook);
        XlsxStrings strings = new XlsxStrings(budget.limits());
        XlsxStyles styles = new XlsxStyles();
        String texts = part(parts, "/sharedStrings");
        if (texts != null) Xml.read(zip, texts, strings::element);
        String looks = part(parts, "/styles");
        if (looks != null) Xml.read(zip, looks, styles::element);
        for (SheetEntry entry : entries) sheets.accept(sheet(entry, parts, strings, styles));
    }

    private Grid sheet(SheetEntry entry, Map<String, Relation> parts, XlsxStrings strings, XlsxStyles styles) throws IOException {
        GridBuilder grid = new GridBuilder(entry.name(), entry.hidden(), base1904, budget);
        Relation part = parts.get(entry.relation());
        if (part == null) throw WorkbookRefusal.WORKBOOK_DAMAGED.now();
        if (!entry.hidden() && part.type().endsWith("/worksheet")) {
            XlsxSheet sheet = new XlsxSheet(grid, strings, styles);
            Xml.read(zip, part.target(), sheet::element);
        }
        return grid.build();
    }

    private void workbookElement(Xml xml) {
        switch (xml.name()) {
            case "workbookPr" -> base1904 = xml.flag("date1904");
            case "sheet" -> entries.add(new SheetEntry(xml.attribute("name"), xml.relationId(), !xml.attribute("state", "visible").equals("visible")));
            default -> { }
        }
    }

    private record Relation(String type, String target) {}

    private static @Nullable String part(Map<String, Relation> parts, String kind) {
        return parts.values().stream().filter(r -> r.type().endsWith(kind)).map(Relation::target).findFirst().orElse(null);
    }

    /** Relationships of a part, or of the package where the part is empty. Links that lead outside are not followed. */
    private Map<String, Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Map<String, Relation> found = new HashMap<>();
        Xml.read(zip, folder + "_rels/" + part.substring(slash) + ".rels", xml -> {
            if (!xml.name().equals("Relationship") || xml.attribute("TargetMode", "Internal").equals("External")) return;
            found.put(xml.attribute("Id"), new Relation(xml.attribute("Type"), resolved(folder, xml.attribute("Target"))));
        });
        return found;
    }

    private static String resolved(String folder, String target) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        return java.net.URI.create("/").resolve("/" + path.replace(" ", "%20")).normalize().getPath().substring(1);
    }
}
