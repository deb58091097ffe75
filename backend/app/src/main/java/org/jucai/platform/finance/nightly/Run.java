package org.jucai.platform.finance.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One run. @param dueOn the day for which it ran by itself; empty where it was asked for. @param failure what went wrong */
public record Run(UUID id, RunKind kind, Optional<LocalDate> dueOn, Instant askedAt, Optional<Instant> startedAt, Optional<Instant> endedAt, Counts counts, Optional<String> failure) {

    public record Counts(long lookedAt, long differing, long differenceFen) {}

    public enum Status { WAITING, RUNNING, CLEAN, DIFFERS, FAILED }

    public Status status() {
        if (failure.isPresent()) return Status.FAILED;
        if (endedAt.isPresent()) return counts.differing() == 0 ? Status.CLEAN : Status.DIFFERS;
        return startedAt.isPresent() ? Status.RUNNING : Status.WAITING;
    }
}
