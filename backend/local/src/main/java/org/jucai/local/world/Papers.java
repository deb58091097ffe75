package org.jucai.local.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.membership.Details;
import org.jucai.platform.membership.Evidence;
import org.jucai.platform.membership.EvidenceKind;
import org.jucai.platform.membership.OwnKilnType;
import org.jucai.platform.membership.PartyData;
import org.jucai.platform.membership.PartyDesk;
import org.jucai.platform.membership.ProductivityGrade;
import org.jucai.platform.membership.Scale;
import org.jucai.platform.membership.SupplierKind;
import org.jucai.platform.membership.TransportMode;

/** What members of the demo hand in; permits of a few run out soon, of one they have run out. */
record Papers(LocalDate today) {

    private static final List<OwnKilnType> KILNS = List.of(OwnKilnType.TUNNEL, OwnKilnType.SHUTTLE, OwnKilnType.DOWNDRAFT, OwnKilnType.ROTARY);

    PartyDesk.Applicant enterprise(Table.Row row) {
        int number = number(row);
        PartyData data = new PartyData(row.text("name"), null, row.text("uscc"), null, row.text("town_code"),
                row.text("scale").equals("规上") ? Scale.ABOVE : Scale.BELOW, null);
        Details details = new Details.OfEnterprise(List.of(KILNS.get(number % KILNS.size())), row.whole("capacity_t") * 1_000,
                row.whole("product_t") * 1_000, Math.toIntExact(row.whole("workers")), "采购员 " + row.text("id"),
                Desk.phone(Cast.buyerAccount(row.text("id"))), null);
        return new PartyDesk.Applicant(row.text("id"), data, details, List.of(
                licence(row), paper(EvidenceKind.ENVIRONMENTAL_PERMIT, row.text("uscc") + "001V", "郑州市生态环境局新密分局", permitEnds(number))));
    }

    PartyDesk.Applicant supplier(Table.Row row) {
        SupplierKind kind = SupplierKind.valueOf(row.text("kind").toUpperCase(java.util.Locale.ROOT));
        PartyData data = new PartyData(row.text("name"), null, row.text("uscc"), null, row.text("area_code"), null, kind);
        List<String> grades = row.header().stream().filter(name -> name.startsWith("cap_t_month_") && row.whole(name) > 0)
                .map(name -> name.substring("cap_t_month_".length())).toList();
        Person seller = Person.seller(row.text("id"));
        Details details = new Details.OfSupplier(row.text("origin"), grades, Math.toIntExact(row.whole("vat_rate_pct")),
                TransportMode.valueOf(row.text("mode").toUpperCase(java.util.Locale.ROOT)), Math.toIntExact(row.whole("distance_km")),
                seller.name(), Desk.phone(seller.account()), null);
        List<Evidence.Paper> papers = new ArrayList<>(List.of(licence(row)));
        LocalDate ends = today.plusDays(200 + number(row) * 17L);
        switch (kind) {
            case KILN -> papers.add(paper(EvidenceKind.ENVIRONMENTAL_PERMIT, row.text("uscc") + "001P", "所在地生态环境局", ends));
            case MINE -> papers.add(paper(EvidenceKind.MINING_LICENCE, "C41" + row.text("uscc"), "所在地自然资源局", ends));
            case IMPORTER -> papers.add(paper(EvidenceKind.CUSTOMS_REGISTRATION, "H" + row.text("uscc"), "所在地海关", null));
            case TRADER -> {}
        }
        return new PartyDesk.Applicant(row.text("id"), data, details, papers);
    }

    ProductivityGrade.Issued grade(Table.Row row) {
        int year = today.getYear() - 1;
        return new ProductivityGrade.Issued(ProductivityGrade.Letter.valueOf(row.text("mu_grade")), year, "样例亩均评价办公室",
                "样例亩均办〔%d〕3号".formatted(year), LocalDate.of(year, 7, 1), LocalDate.of(year + 2, 6, 30));
    }

    private Evidence.Paper licence(Table.Row row) {
        return paper(EvidenceKind.BUSINESS_LICENCE, row.text("uscc"), "所在地市场监督管理局", null);
    }

    private Evidence.Paper paper(EvidenceKind kind, String number, String issuer, @Nullable LocalDate ends) {
        return new Evidence.Paper(kind, number, issuer, today.minusYears(3), ends, null);
    }

    private LocalDate permitEnds(int number) {
        return switch (number) {
            case 301 -> today.minusDays(9);
            case 302 -> today.plusDays(6);
            case 303 -> today.plusDays(15);
            case 304 -> today.plusDays(27);
            case 305 -> today.plusDays(55);
            default -> today.plusDays(120 + number * 5L);
        };
    }

    private static int number(Table.Row row) {
        return Integer.parseInt(row.text("id").substring(1));
    }
}
