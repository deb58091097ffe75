package org.jucai.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the table says, and that it speaks of events that there are. */
class NoticeRulesTest {

    private static final Set<String> BEFORE_THE_OPENING = Set.of("bid-envelope", "round-trustees", "trustee-key");

    private static final Function<Role, PartyKind> PARTIES = role -> switch (role) {
        case SECRETARIAT, ASSOCIATION_ADMIN -> PartyKind.ASSOCIATION;
        case MEMBER_BUYER, MEMBER_ADMIN -> PartyKind.ENTERPRISE;
        case SUPPLIER_SELLER, SUPPLIER_ADMIN -> PartyKind.SUPPLIER;
        case FINANCE_OFFICER -> PartyKind.FINANCE_GROUP;
        case BANK_CREDIT_OFFICER, BANK_RISK_OFFICER -> PartyKind.BANK;
        case WAREHOUSE_KEEPER -> PartyKind.WAREHOUSE;
        case LABORATORY_TECHNICIAN -> PartyKind.LABORATORY;
        case SUPERVISOR -> PartyKind.SUPERVISOR;
        case REGULATOR -> PartyKind.REGULATOR;
        case AUDITOR -> PartyKind.AUDITOR;
        case PLATFORM_ADMIN -> PartyKind.PLATFORM;
    };

    @Test
    void beforeTheOpeningOnlyItsSupplierHearsOfAnOffer() {
        assertThat(NoticeRules.all().stream().filter(rule -> BEFORE_THE_OPENING.contains(rule.stream())))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.whom()).as("the event's only reader is its supplier").isEqualTo(Whom.READERS);
                    assertThat(rule.roles()).isEqualTo(Set.of(Role.SUPPLIER_SELLER, Role.SUPPLIER_ADMIN));
                    assertThat(rule.facts()).isEmpty();
                });
    }

    @Test
    void nobodyIsToldTheWordsThatOthersWriteInConfidence() {
        Set<String> said = NoticeRules.all().stream().flatMap(rule -> rule.facts().stream()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(said).doesNotContain("grounds", "text", "answer", "priceCap", "line", "supplierId", "paymentReference", "totalFen");
    }

    @Test
    void everyEventThatIsToldIsOneThatIsWritten() throws IOException {
        String code;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/jucai/platform"))) {
            code = files.filter(file -> file.toString().endsWith(".java") && !file.getParent().endsWith("notifications")).map(NoticeRulesTest::read).collect(Collectors.joining("\n"));
        }
        List<String> unknown = NoticeRules.all().stream().map(NoticeRule::type)
                .filter(type -> !Pattern.compile("record " + type + "\\(|\"" + type + "\"|" + type.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT) + "\\b").matcher(code).find()).toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyNoticeHasWordsInBothLanguagesThatSayTheSameFacts() throws IOException {
        Properties zh = texts("notifications.properties");
        Properties en = texts("notifications_en.properties");
        for (NoticeRule rule : NoticeRules.all()) {
            String key = "notice." + rule.said();
            assertThat(zh.getProperty(key)).as(key).isNotNull();
            assertThat(facts(zh.getProperty(key))).as(key).isEqualTo(facts(en.getProperty(key)));
            Set<String> known = new TreeSet<>(Set.of("name", "round"));
            rule.facts().forEach(fact -> known.add(fact.substring(fact.lastIndexOf('.') + 1)));
            assertThat(known).as(key + " says only what it knows").containsAll(facts(zh.getProperty(key)));
        }
    }

    @Test
    void everyNoticeLeadsSomewhereWhoeverReadsIt() {
        UUID id = new UUID(1, 2);
        for (NoticePage page : NoticePage.values()) {
            for (PartyKind reader : PartyKind.values()) assertThat(page.path(reader, id, new UUID(3, 4), Map.of("code", "ABCDEFGHJKLMN"))).startsWith("/").doesNotContain("null");
        }
    }

    @Test
    void aLaboratoryHearsOfItsSamplesAndOfRecallsAndNobodyElseOfASamplesCode() {
        assertThat(NoticeRules.all().stream().filter(rule -> rule.roles().contains(Role.LABORATORY_TECHNICIAN)).map(NoticeRule::stream))
                .as("a batch, a delivery, a contract would say whose the goods are").containsOnly("lab-sample", "recall", "recall-concern");
        assertThat(NoticeRules.all().stream().filter(rule -> rule.stream().equals("lab-sample"))).isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.roles()).isEqualTo(Set.of(Role.LABORATORY_TECHNICIAN)))
                .allSatisfy(rule -> assertThat(rule.whom()).as("the event's only reader is the laboratory").isEqualTo(Whom.READERS));
        assertThat(NoticeRules.all().stream().filter(rule -> rule.stream().equals("batch"))).isNotEmpty().allSatisfy(rule -> assertThat(rule.facts()).isEmpty());
    }

    @Test
    void whoIsToldOfAnEventInSeveralWaysIsToldItInOne() {
        Map<String, List<NoticeRule>> byEvent = NoticeRules.all().stream().collect(Collectors.groupingBy(rule -> rule.key() + "/" + rule.only().field() + rule.only().value()));
        for (List<NoticeRule> rules : byEvent.values()) {
            for (NoticeRule one : rules) {
                for (NoticeRule other : rules) {
                    boolean apart = one.whom() == Whom.OTHERS && other.whom() == Whom.ITSELF || one.whom() == Whom.ITSELF && other.whom() == Whom.OTHERS;
                    if (one != other && !apart) assertThat(one.roles()).as(one.said() + " and " + other.said()).doesNotContainAnyElementsOf(other.roles());
                }
            }
        }
        assertThat(NoticeRules.all().stream().map(NoticeRule::said).toList()).as("words of their own").doesNotHaveDuplicates();
    }

    /** The pages hold the same list, and see that each leads there and lets these people in. */
    @Test
    void thePagesKnowEveryPlaceThatANoticeLeadsTo() throws IOException {
        Map<String, Set<String>> places = new TreeMap<>();
        for (NoticeRule rule : NoticeRules.all()) {
            for (Role role : rule.roles()) {
                String path = rule.page().path(PARTIES.apply(role), new UUID(0, 0), new UUID(0, 0), Map.of("code", "CODE")).replace(new UUID(0, 0).toString(), "ID");
                places.computeIfAbsent(path, _ -> new TreeSet<>()).add(role.name());
            }
        }
        String known = Files.readString(Path.of("../../frontend-static/src/desks/notices/leads.json"));
        JsonNode leads = new JsonMapper().readTree(known);
        assertThat(leads.propertyNames()).containsExactlyInAnyOrderElementsOf(places.keySet());
        places.forEach((path, roles) -> assertThat(leads.path(path).valueStream().map(JsonNode::asString).toList()).as(path).containsExactlyInAnyOrderElementsOf(roles));
    }

    private static Set<String> facts(String words) {
        return Pattern.compile("\\{([a-zA-Z]+)}").matcher(words).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        texts.load(Files.newBufferedReader(Path.of("src/main/resources/messages", file), StandardCharsets.UTF_8));
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
