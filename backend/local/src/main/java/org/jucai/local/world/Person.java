package org.jucai.local.world;

import java.util.List;
import java.util.Set;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;

/**
 * Somebody of the demo who signs in: a role, never a real person's name.
 *
 * @param party the code of the party worked for
 */
record Person(String account, String name, String nameEn, String party, PartyKind kind, Set<Role> roles) {

    /** Known to everybody, and therefore never allowed in production. */
    static final String PASSWORD = "jucai-open-house";

    Person {
        roles = Set.copyOf(roles);
    }

    static final Person PLATFORM = new Person("platform", "平台管理员", "Platform administrator", "P001", PartyKind.PLATFORM, Set.of(Role.PLATFORM_ADMIN));

    /** Who draws contracts for the finance group. */
    static final String FINANCE = "finance";

    /** Who keeps the supervised store. */
    static final String STORE = "warehouse";

    /** Whoever put an award to public notice does not make it final. */
    static final String SECOND_PAIR_OF_EYES = "secretary-1b";

    /** Who keeps the people of the associations. */
    static final List<Person> HEADS = List.of(
            new Person("chief-1", "会务负责人·甲会", "Administrator, first association", Cast.FIRST, PartyKind.ASSOCIATION, Set.of(Role.ASSOCIATION_ADMIN)),
            new Person("chief-2", "会务负责人·乙会", "Administrator, second association", Cast.SECOND, PartyKind.ASSOCIATION, Set.of(Role.ASSOCIATION_ADMIN)));

    static final List<Person> SECRETARIES = List.of(
            new Person("secretary-1", "秘书处·甲", "Secretariat, first association", Cast.FIRST, PartyKind.ASSOCIATION, Set.of(Role.SECRETARIAT)),
            new Person(Person.SECOND_PAIR_OF_EYES, "秘书处·甲（复核）", "Secretariat, first association, second pair of eyes", Cast.FIRST, PartyKind.ASSOCIATION, Set.of(Role.SECRETARIAT)),
            new Person("secretary-2", "秘书处·乙", "Secretariat, second association", Cast.SECOND, PartyKind.ASSOCIATION, Set.of(Role.SECRETARIAT)));

    /** Officers of the parties that no association admits. */
    static final List<Person> OFFICERS = List.of(
            new Person(FINANCE, "金融专员", "Finance officer", "F001", PartyKind.FINANCE_GROUP, Set.of(Role.FINANCE_OFFICER)),
            new Person("bank-credit", "信贷经理", "Credit officer", "B001", PartyKind.BANK, Set.of(Role.BANK_CREDIT_OFFICER)),
            new Person("bank-risk", "风控经理", "Risk officer", "B002", PartyKind.BANK, Set.of(Role.BANK_RISK_OFFICER)),
            new Person("laboratory", "检测员", "Laboratory technician", "L001", PartyKind.LABORATORY, Set.of(Role.LABORATORY_TECHNICIAN)),
            new Person("laboratory-2", "检测员（复核）", "Laboratory technician, second pair of eyes", "L001", PartyKind.LABORATORY, Set.of(Role.LABORATORY_TECHNICIAN)),
            new Person("umpire-1", "仲裁检测员", "Technician of the umpire laboratory", "L002", PartyKind.LABORATORY, Set.of(Role.LABORATORY_TECHNICIAN)),
            new Person("umpire-2", "仲裁检测员（复核）", "Technician of the umpire laboratory, second pair of eyes", "L002", PartyKind.LABORATORY, Set.of(Role.LABORATORY_TECHNICIAN)),
            new Person(STORE, "库管员", "Warehouse keeper", "W001", PartyKind.WAREHOUSE, Set.of(Role.WAREHOUSE_KEEPER)),
            new Person("supervisor", "监督员", "Supervisor", "J001", PartyKind.SUPERVISOR, Set.of(Role.SUPERVISOR)),
            new Person("regulator", "主管部门经办", "Regulator", "G001", PartyKind.REGULATOR, Set.of(Role.REGULATOR)),
            new Person("auditor", "审计员", "Auditor", "U001", PartyKind.AUDITOR, Set.of(Role.AUDITOR)));

    /** Enterprises and suppliers whose people sign in. */
    static final List<String> BUYERS = List.of("E004", "E019", "E023");
    static final List<String> SELLERS = List.of("S001", "S032");

    static Person buyer(String enterprise) {
        return new Person(Cast.buyerAccount(enterprise), "采购员 " + enterprise, "Buyer of " + enterprise, enterprise, PartyKind.ENTERPRISE,
                Set.of(Role.MEMBER_ADMIN, Role.MEMBER_BUYER));
    }

    static Person seller(String supplier) {
        return new Person("seller-" + supplier.toLowerCase(java.util.Locale.ROOT), "销售员 " + supplier, "Seller of " + supplier, supplier,
                PartyKind.SUPPLIER, Set.of(Role.SUPPLIER_ADMIN, Role.SUPPLIER_SELLER));
    }

    /** Everybody who signs in, in the order in which they are shown. */
    static List<Person> who() {
        java.util.ArrayList<Person> who = new java.util.ArrayList<>();
        who.addAll(SECRETARIES.subList(0, SECRETARIES.size() - 1));
        BUYERS.forEach(code -> who.add(buyer(code)));
        SELLERS.forEach(code -> who.add(seller(code)));
        who.addAll(OFFICERS);
        who.add(SECRETARIES.getLast());
        who.addAll(HEADS);
        who.add(PLATFORM);
        return List.copyOf(who);
    }
}
