package org.jucai.platform.recovery.shortfalls;

/** What happened to a shortfall. */
sealed interface ShortfallEvent {

    record ShortfallStated(String code, String lotCode, long entitledKg, long massKg, String reason) implements ShortfallEvent {}

    /** @param massKg that comes in all */
    record ShortfallDivided(String code, long massKg, int lines) implements ShortfallEvent {}

    record ShortfallInsisted(String code, String reason) implements ShortfallEvent {}

    record ShortfallWithdrawn(String code, String reason) implements ShortfallEvent {}
}
