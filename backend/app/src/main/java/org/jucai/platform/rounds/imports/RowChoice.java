package org.jucai.platform.rounds.imports;

/** What a person decided of a row. */
public enum RowChoice {
    NONE, TAKE, LEAVE
}
