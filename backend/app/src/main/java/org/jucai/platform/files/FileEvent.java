package org.jucai.platform.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a file. */
sealed interface FileEvent {

    /** Its party reads it. */
    record FileKept(String name, String mediaType, long bytes, String sha256, @Nullable Instant statedAt) implements FileEvent {}

    /** Those whom the subject concerns read it, and what the file's bytes hash to. */
    record FileAttached(String subject, UUID subjectId, String name, String sha256) implements FileEvent {}

    /** It was attached to nothing for long. */
    record FileDropped(String sha256) implements FileEvent {}
}
