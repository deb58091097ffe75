package org.jucai.platform.notifications;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.PartyKind;

/** Where a notice leads: the page on which its reader sees more, or does something. */
enum NoticePage {
    ROUND, LINE, OPENING, AWARD, ALLOCATION, CONTRACT, DELIVERY, BATCH, SAMPLE, CALENDAR, STATEMENT, RECALL, GOODS, FILE, SHARE, SHORTFALL, SWAP, WEBHOOK;

    /** @param id the line, contract, delivery ... that the page shows; {@code round}: what it belongs to; {@code facts}: a sample is found by its code alone */
    String path(PartyKind reader, UUID id, @Nullable UUID round, Map<String, String> facts) {
        return switch (this) {
            case ROUND -> ofRound(reader, id);
            case LINE -> reader == PartyKind.ENTERPRISE || round == null ? "/my/lines/" + id : ofRound(reader, round);
            case OPENING -> "/rounds/" + id + "/opening";
            case AWARD -> ofAward(reader, id);
            case ALLOCATION -> reader == PartyKind.ENTERPRISE ? "/my/rounds/" + id : ofAward(reader, id);
            case CONTRACT -> "/contracts/" + id;
            case DELIVERY -> reader == PartyKind.WAREHOUSE ? "/gate/" + id : "/deliveries/" + id;
            case BATCH -> "/batches/" + id;
            case CALENDAR -> reader == PartyKind.ASSOCIATION ? "/association/alerts" : "/deliveries";
            case SAMPLE -> "/bench" + Optional.ofNullable(facts.get("code")).map(code -> "/" + code).orElse("");
            case STATEMENT -> "/settlements/" + id;
            case RECALL -> "/recalls/" + id;
            case GOODS -> "/goods";
            case FILE -> reader == PartyKind.ENTERPRISE ? "/my/file" : "/start";
            case SHARE -> "/my/statements/" + id;
            case SHORTFALL -> "/shortfalls/" + id;
            case SWAP -> "/swaps/" + id;
            case WEBHOOK -> "/notices/webhooks/" + id;
        };
    }

    private static String ofRound(PartyKind reader, UUID round) {
        return switch (reader) {
            case ASSOCIATION -> "/association/rounds/" + round;
            case ENTERPRISE -> "/my/rounds/" + round;
            case SUPPLIER -> "/start/rounds/" + round + "/offer";
            case FINANCE_GROUP, BANK, WAREHOUSE, LABORATORY, SUPERVISOR, REGULATOR, AUDITOR, PLATFORM -> "/rounds/" + round;
        };
    }

    private static String ofAward(PartyKind reader, UUID round) {
        return switch (reader) {
            case ASSOCIATION -> "/association/rounds/" + round + "/award";
            case SUPPLIER -> "/start/rounds/" + round + "/outcome";
            case ENTERPRISE, FINANCE_GROUP, BANK, WAREHOUSE, LABORATORY, SUPERVISOR, REGULATOR, AUDITOR, PLATFORM -> "/rounds/" + round + "/award";
        };
    }
}
