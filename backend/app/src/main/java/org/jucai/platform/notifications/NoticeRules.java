package org.jucai.platform.notifications;

import static org.jucai.platform.kernel.Role.ASSOCIATION_ADMIN;
import static org.jucai.platform.kernel.Role.BANK_CREDIT_OFFICER;
import static org.jucai.platform.kernel.Role.BANK_RISK_OFFICER;
import static org.jucai.platform.kernel.Role.FINANCE_OFFICER;
import static org.jucai.platform.kernel.Role.LABORATORY_TECHNICIAN;
import static org.jucai.platform.kernel.Role.MEMBER_ADMIN;
import static org.jucai.platform.kernel.Role.MEMBER_BUYER;
import static org.jucai.platform.kernel.Role.PLATFORM_ADMIN;
import static org.jucai.platform.kernel.Role.SECRETARIAT;
import static org.jucai.platform.kernel.Role.SUPERVISOR;
import static org.jucai.platform.kernel.Role.SUPPLIER_ADMIN;
import static org.jucai.platform.kernel.Role.SUPPLIER_SELLER;
import static org.jucai.platform.kernel.Role.WAREHOUSE_KEEPER;
import static org.jucai.platform.notifications.NoticeRule.Manner.A_RECEIPT;
import static org.jucai.platform.notifications.NoticeRule.Manner.BINDS;
import static org.jucai.platform.notifications.NoticeRule.Manner.OF_THE_ROUND;
import static org.jucai.platform.notifications.NoticeRule.Manner.ONCE_A_STEP;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Role;

/**
 * The table of all that is told. What does not stand here is told to nobody. Before an opening the only row that knows of an
 * offer is its supplier's own receipt; steps of a round go to all whom the association listed, whether they offer or not.
 */
final class NoticeRules {

    private static final Set<Role> OFFICE = Set.of(SECRETARIAT);
    private static final Set<Role> BUYERS = Set.of(MEMBER_BUYER, MEMBER_ADMIN);
    private static final Set<Role> SELLERS = Set.of(SUPPLIER_SELLER, SUPPLIER_ADMIN);
    private static final Set<Role> SUPPLIERS_AND_OFFICE = Set.of(SUPPLIER_SELLER, SUPPLIER_ADMIN, SECRETARIAT);
    private static final Set<Role> TRADE = Set.of(MEMBER_BUYER, MEMBER_ADMIN, SUPPLIER_SELLER, SUPPLIER_ADMIN);
    private static final Set<Role> ROUND = Set.of(MEMBER_BUYER, MEMBER_ADMIN, SUPPLIER_SELLER, SUPPLIER_ADMIN, SECRETARIAT);
    private static final Set<Role> MEMBERS_AND_OFFICE = Set.of(MEMBER_BUYER, MEMBER_ADMIN, SECRETARIAT);
    private static final Set<Role> TRUSTEES = Set.of(SECRETARIAT, BANK_CREDIT_OFFICER, BANK_RISK_OFFICER, SUPERVISOR);
    private static final Set<Role> WATCHERS = Set.of(SECRETARIAT, BANK_CREDIT_OFFICER, BANK_RISK_OFFICER, SUPERVISOR, SUPPLIER_SELLER, SUPPLIER_ADMIN);
    private static final Set<Role> CONTRACTORS = Set.of(MEMBER_BUYER, MEMBER_ADMIN, SUPPLIER_SELLER, SUPPLIER_ADMIN, FINANCE_OFFICER);
    private static final Set<Role> STATERS = Set.of(SUPPLIER_SELLER, SUPPLIER_ADMIN, FINANCE_OFFICER);
    private static final Set<Role> DELIVERED = Set.of(MEMBER_BUYER, MEMBER_ADMIN, SUPPLIER_SELLER, SUPPLIER_ADMIN, FINANCE_OFFICER, WAREHOUSE_KEEPER);
    private static final Set<Role> HOLDERS = Set.of(MEMBER_BUYER, MEMBER_ADMIN, SUPPLIER_SELLER, SUPPLIER_ADMIN, WAREHOUSE_KEEPER);
    private static final Set<Role> OVERSEERS = Set.of(SECRETARIAT, FINANCE_OFFICER);
    private static final Set<Role> OPENERS = Set.of(SUPPLIER_SELLER, SUPPLIER_ADMIN, LABORATORY_TECHNICIAN);
    private static final Set<Role> RECALLED = Set.of(MEMBER_BUYER, MEMBER_ADMIN, SUPPLIER_SELLER, SUPPLIER_ADMIN, WAREHOUSE_KEEPER, SECRETARIAT, FINANCE_OFFICER, LABORATORY_TECHNICIAN);
    private static final Set<Role> BENCH = Set.of(LABORATORY_TECHNICIAN);
    private static final Set<Role> KEEPERS = Set.of(ASSOCIATION_ADMIN, MEMBER_ADMIN, SUPPLIER_ADMIN, FINANCE_OFFICER, PLATFORM_ADMIN);

    private static final Set<NoticeRule.Manner> FREE = Set.of();
    private static final Set<NoticeRule.Manner> BINDING = Set.of(BINDS);
    private static final Set<NoticeRule.Manner> BINDING_ONCE = Set.of(BINDS, ONCE_A_STEP, OF_THE_ROUND);
    private static final Set<NoticeRule.Manner> OF_ROUND = Set.of(OF_THE_ROUND);
    private static final Set<NoticeRule.Manner> BINDING_OF_ROUND = Set.of(BINDS, OF_THE_ROUND);

    private static final List<NoticeRule> ROUNDS = List.of(
            round("RoundAnnounced", Whom.LISTED, FREE), round("CollectingOpened", Whom.LISTED, FREE),
            round("CollectingEndMoved", Whom.LISTED, FREE, "collectingEndsAt"), round("RoundLocked", Whom.PARTAKERS, BINDING),
            round("RoundReopened", Whom.PARTAKERS, FREE, "endsAt"), round("RoundFrozen", Whom.PARTAKERS, FREE),
            round("RoundSuspended", Whom.LISTED, BINDING, "reason"), round("RoundResumed", Whom.LISTED, BINDING, "reason"),
            round("RoundCancelled", Whom.LISTED, BINDING, "reason"), round("RoundTendered", Whom.LISTED, FREE, "terms.offersDueAt"),
            round("SecondQuoteCalled", Whom.LISTED, FREE, "terms.offersDueAt"), round("OffersDueMoved", Whom.LISTED, BINDING, "offersDueAt", "reason"),
            round("TenderFailed", Whom.LISTED, BINDING), round("RoundFailed", Whom.LISTED, BINDING, "reason"),
            round("RoundSettled", Whom.PARTAKERS, FREE));

    private static final List<NoticeRule> AWARDS = List.of(
            new NoticeRule("round", "AwardPublicised", NoticeKind.AWARD, Whom.LISTED, ROUND, NoticePage.AWARD, BINDING, List.of("notice.endsAt")),
            new NoticeRule("round", "AwardFinalised", NoticeKind.AWARD, Whom.LISTED, ROUND, NoticePage.AWARD, BINDING, List.of()),
            new NoticeRule("round", "AwardRevoked", NoticeKind.AWARD, Whom.LISTED, ROUND, NoticePage.AWARD, BINDING, List.of("reason")),
            new NoticeRule("award", "AwardProposed", NoticeKind.AWARD, Whom.OWNER, OFFICE, NoticePage.AWARD, OF_ROUND, List.of()),
            new NoticeRule("award-run", "AwardRunEnded", NoticeKind.AWARD, Whom.OWNER, OFFICE, NoticePage.AWARD, OF_ROUND, List.of()),
            new NoticeRule("award-objection", "ObjectionRaised", NoticeKind.AWARD, Whom.OWNER, OFFICE, NoticePage.AWARD, BINDING_OF_ROUND, List.of()),
            new NoticeRule("award-objection", "ObjectionAnswered", NoticeKind.AWARD, Whom.READERS, TRADE, NoticePage.AWARD, BINDING_OF_ROUND, List.of()),
            new NoticeRule("allocation", "AllocationComputed", NoticeKind.ALLOCATION, Whom.READERS, BUYERS, NoticePage.ALLOCATION, BINDING_ONCE, List.of("silenceConfirmsAt")),
            new NoticeRule("allocation", "AllocationConfirmedBySilence", NoticeKind.ALLOCATION, Whom.READERS, BUYERS, NoticePage.ALLOCATION, BINDING_ONCE, List.of()),
            new NoticeRule("allocation", "AllocationRevoked", NoticeKind.ALLOCATION, Whom.READERS, BUYERS, NoticePage.ALLOCATION, BINDING_ONCE, List.of()),
            new NoticeRule("allocation", "AllocationAdjusted", NoticeKind.ALLOCATION, Whom.READERS, BUYERS, NoticePage.SHARE, BINDING, List.of("beforeKg", "massKg")),
            new NoticeRule("allocation", "AllocationObjectedTo", NoticeKind.ALLOCATION, Whom.OWNER, OFFICE, NoticePage.AWARD, BINDING_OF_ROUND, List.of()),
            new NoticeRule("allocation", "AllocationObjectionAnswered", NoticeKind.ALLOCATION, Whom.READERS, BUYERS, NoticePage.ALLOCATION, BINDING_OF_ROUND, List.of()));

    private static final List<NoticeRule> DEMAND = List.of(
            new NoticeRule("demand-line", "LineEntered", NoticeKind.DEMAND, Whom.READERS, BUYERS, NoticePage.LINE, BINDING, List.of()),
            new NoticeRule("demand-line", "LineRejected", NoticeKind.DEMAND, Whom.READERS, BUYERS, NoticePage.LINE, BINDING, List.of()),
            new NoticeRule("demand-line", "LineLapsed", NoticeKind.DEMAND, Whom.READERS, BUYERS, NoticePage.ROUND, BINDING_ONCE, List.of()),
            new NoticeRule("lot", "LotFormed", NoticeKind.DEMAND, Whom.NAMED, BUYERS, NoticePage.ROUND, Set.of(ONCE_A_STEP, OF_THE_ROUND), List.of()),
            new NoticeRule("lot", "LotFailed", NoticeKind.DEMAND, Whom.NAMED, BUYERS, NoticePage.ROUND, BINDING_ONCE, List.of()));

    private static final List<NoticeRule> OFFERS = List.of(
            new NoticeRule("bid-envelope", "EnvelopeSealed", NoticeKind.OFFER, Whom.READERS, SELLERS, NoticePage.ROUND, Set.of(BINDS, A_RECEIPT, OF_THE_ROUND), List.of()),
            new NoticeRule("bid-envelope", "EnvelopeWithdrawn", NoticeKind.OFFER, Whom.READERS, SELLERS, NoticePage.ROUND, Set.of(BINDS, A_RECEIPT, OF_THE_ROUND), List.of()),
            new NoticeRule("bids", "BidsAdmitted", NoticeKind.OFFER, Whom.NAMED, SELLERS, NoticePage.AWARD, BINDING_OF_ROUND, List.of()),
            new NoticeRule("bids", "BidsRejected", NoticeKind.OFFER, Whom.NAMED, SELLERS, NoticePage.AWARD, BINDING_OF_ROUND, List.of("reason")),
            new NoticeRule("bids", "BidsDecided", NoticeKind.OFFER, Whom.NAMED, SELLERS, NoticePage.AWARD, BINDING_OF_ROUND, List.of()),
            new NoticeRule("question", "QuestionAsked", NoticeKind.QUESTION, Whom.OWNER, OFFICE, NoticePage.ROUND, OF_ROUND, List.of()),
            new NoticeRule("question", "QuestionAnswered", NoticeKind.QUESTION, Whom.LISTED, SUPPLIERS_AND_OFFICE, NoticePage.ROUND, OF_ROUND, List.of()),
            new NoticeRule("opening", "OpeningBegan", NoticeKind.OPENING, Whom.NAMED, WATCHERS, NoticePage.OPENING, BINDING_OF_ROUND, List.of()),
            new NoticeRule("opening", "SectionsAskedFor", NoticeKind.OPENING, Whom.NAMED, TRUSTEES, NoticePage.OPENING, BINDING_OF_ROUND, List.of()),
            new NoticeRule("opening", "OpeningEnded", NoticeKind.OPENING, Whom.NAMED, WATCHERS, NoticePage.OPENING, BINDING_OF_ROUND, List.of()));

    private static final List<NoticeRule> CONTRACTS = Stream.of("ContractSent", "ContractSigned", "ContractEffective", "ContractAmended", "ContractDisputed",
                    "ContractWentOn", "ContractTerminated", "ContractCompleted", "DepositRecorded")
            .map(type -> new NoticeRule("contract", type, NoticeKind.CONTRACT, Whom.READERS, CONTRACTORS, NoticePage.CONTRACT, BINDING, List.of())).toList();

    private static final List<NoticeRule> DELIVERIES = List.of(
            delivery("DeliveryPlanned", Set.of(ONCE_A_STEP), "on"), delivery("DeliveryNotified", FREE, "plate", "expectedAt"), delivery("DeliveryArrived", FREE),
            delivery("DeliveryRefused", BINDING, "reason"), delivery("DeliveryToBeWeighedAgain", BINDING, "differenceKg"), delivery("DeliveryWeighed", FREE, "massKg"),
            delivery("DeliveryUnloaded", FREE), delivery("DeliveryPassed", FREE), delivery("DeliveryReleased", BINDING, "massKg"),
            delivery("DeliveryCancelled", BINDING, "reason"), delivery("DeliveryReturned", BINDING, "reason"),
            new NoticeRule("replacement", "ReplacementPlanned", NoticeKind.DELIVERY, Whom.READERS, DELIVERED, NoticePage.DELIVERY, BINDING, List.of("replacesCode", "on")),
            new NoticeRule("control-period", "ControlPeriodRecorded", NoticeKind.CALENDAR, Whom.LISTED, TRADE, NoticePage.CALENDAR, FREE, List.of("zone", "fromOn", "toOn")),
            new NoticeRule("control-period", "ControlPeriodLifted", NoticeKind.CALENDAR, Whom.LISTED, TRADE, NoticePage.CALENDAR, FREE, List.of("zone", "fromOn", "toOn")));

    /** Of a batch nothing is said but its own code: never the code of a sample. */
    private static final List<NoticeRule> INSPECTIONS = Stream.of("BatchFormed", "SamplesDrawn", "SampleReplaced", "ResultCame", "ResultContested", "UmpireCalled", "ResultFinal", "QualityDecided")
            .map(type -> new NoticeRule("batch", type, NoticeKind.INSPECTION, Whom.READERS, DELIVERED, NoticePage.BATCH, type.startsWith("Sample") || type.equals("BatchFormed") ? FREE : BINDING, List.of()))
            .toList();

    /** A laboratory hears what its own people did with a sample; it knows no batch, so nothing of a batch reaches it. */
    private static final List<NoticeRule> SAMPLES = Stream.of("SampleArrived", "ResultEntered", "ResultVerified", "ResultSentBack", "ResultIssued")
            .map(type -> new NoticeRule("lab-sample", type, NoticeKind.INSPECTION, Whom.READERS, BENCH, NoticePage.SAMPLE, FREE, List.of("code"))).toList();

    private static final List<NoticeRule> SETTLEMENTS = List.of(
            statement("StatementDrawn", BINDING, "silenceAt"), statement("SideAgreed", FREE).only("both", "false"), statement("SideAgreed", BINDING).only("both", "true"),
            statement("AgreedBySilence", BINDING), statement("StatementDisputed", BINDING), statement("EndProposed", BINDING), statement("DisputeEnded", BINDING),
            statement("MoneyChanged", FREE, "reference").only("what", "INVOICED"), statement("MoneyChanged", FREE).only("what", "PAID"),
            statement("MoneyChanged", BINDING).only("what", "GIVEN_BACK"), statement("MoneyChanged", BINDING).only("what", "TAKEN_BACK"),
            payDay("PayDayNear"), payDay("LateInterestBegun"));

    /** Whom goods reached is asked to say what became of them; who oversees them, and who recalled them, is told that it is so. */
    private static final List<NoticeRule> RECALLS = List.of(
            recall("RecallOpened", Whom.OTHERS, HOLDERS, BINDING), recall("RecallOpened", Whom.READERS, OVERSEERS, BINDING).saying("OVERSEEN"),
            recall("RecallOpened", Whom.ITSELF, OPENERS, FREE).saying("OWN"), recall("RecallLifted", Whom.READERS, RECALLED, BINDING), recall("RecallClosed", Whom.READERS, RECALLED, BINDING),
            new NoticeRule("recall-concern", "RecallReached", NoticeKind.RECALL, Whom.READERS, RECALLED, NoticePage.RECALL, BINDING, List.of()),
            new NoticeRule("recall-concern", "RecallAcknowledged", NoticeKind.RECALL, Whom.OTHERS, RECALLED, NoticePage.RECALL, FREE, List.of()),
            new NoticeRule("reach-reading", "ReachRead", NoticeKind.RECALL, Whom.OTHERS, BUYERS, NoticePage.GOODS, FREE, List.of()));

    private static final List<NoticeRule> MEMBERS = Stream.of("MemberAdmitted", "MemberSuspended", "MemberReinstated")
            .map(type -> new NoticeRule("party", type, NoticeKind.MEMBERSHIP, Whom.READERS, TRADE, NoticePage.FILE, BINDING, List.of("reason"))).toList();

    private static final List<NoticeRule> REMEDIES = Stream.of("ShortfallStated", "ShortfallDivided", "ShortfallInsisted", "ShortfallWithdrawn")
            .map(type -> new NoticeRule("shortfall", type, NoticeKind.REMEDY, Whom.READERS, STATERS, NoticePage.SHORTFALL, BINDING,
                    type.equals("ShortfallStated") || type.equals("ShortfallDivided") ? List.of("massKg") : List.of("reason"))).toList();

    private static final List<NoticeRule> SWAPS = Stream.of("SwapOffered", "SwapAccepted", "SwapAgreed", "SwapDone", "SwapEnded")
            .map(type -> new NoticeRule("swap", type, NoticeKind.REMEDY, Whom.READERS, CONTRACTORS, NoticePage.SWAP, BINDING,
                    type.equals("SwapAgreed") ? List.of() : List.of(type.equals("SwapEnded") ? "reason" : "massKg"))).toList();

    private static final List<NoticeRule> WEBHOOKS = Stream.of("WebhookFailed", "WebhookGone")
            .map(type -> new NoticeRule("webhook", type, NoticeKind.WEBHOOK, Whom.READERS, KEEPERS, NoticePage.WEBHOOK, BINDING, List.of("name"))).toList();

    private static final List<NoticeRule> ALL = Stream.of(ROUNDS, AWARDS, DEMAND, OFFERS, CONTRACTS, DELIVERIES, INSPECTIONS, SAMPLES, SETTLEMENTS, RECALLS, MEMBERS, REMEDIES, SWAPS, WEBHOOKS)
            .flatMap(List::stream).toList();
    private static final Map<String, List<NoticeRule>> BY_EVENT = ALL.stream().collect(Collectors.groupingBy(NoticeRule::key));

    private NoticeRules() {}

    private static NoticeRule round(String type, Whom whom, Set<NoticeRule.Manner> manners, String... facts) {
        return new NoticeRule("round", type, NoticeKind.ROUND, whom, whom == Whom.PARTAKERS ? MEMBERS_AND_OFFICE : ROUND, NoticePage.ROUND, manners, List.of(facts));
    }

    private static NoticeRule delivery(String type, Set<NoticeRule.Manner> manners, String... facts) {
        return new NoticeRule("delivery", type, NoticeKind.DELIVERY, Whom.READERS, DELIVERED, NoticePage.DELIVERY, manners, List.of(facts));
    }

    private static NoticeRule statement(String type, Set<NoticeRule.Manner> manners, String... facts) {
        return new NoticeRule("statement", type, NoticeKind.SETTLEMENT, Whom.READERS, CONTRACTORS, NoticePage.STATEMENT, manners, List.of(facts));
    }

    private static NoticeRule payDay(String type) {
        return new NoticeRule("statement-day", type, NoticeKind.SETTLEMENT, Whom.READERS, CONTRACTORS, NoticePage.STATEMENT, BINDING, List.of("dueOn"));
    }

    private static NoticeRule recall(String type, Whom whom, Set<Role> roles, Set<NoticeRule.Manner> manners) {
        return new NoticeRule("recall", type, NoticeKind.RECALL, whom, roles, NoticePage.RECALL, manners, List.of());
    }

    /** Mostly one, or none; several where different readers are told differently. */
    static Stream<NoticeRule> of(Happening one) {
        return BY_EVENT.getOrDefault(one.event().stream() + "/" + one.event().type(), List.of()).stream().filter(rule -> rule.isOf(one));
    }

    static List<NoticeRule> all() {
        return ALL;
    }

    /** Kinds of which nothing can be switched off in the inbox. */
    static boolean bindsWholly(NoticeKind kind) {
        return ALL.stream().filter(rule -> rule.kind() == kind).allMatch(rule -> rule.is(BINDS));
    }
}
