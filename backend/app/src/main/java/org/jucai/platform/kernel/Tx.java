package org.jucai.platform.kernel;

import org.springframework.r2dbc.core.DatabaseClient;

/** One running transaction. Desks pass it on; only the shelves ({@code Sql*}) speak through it. */
public final class Tx {

    private final DatabaseClient client;

    Tx(DatabaseClient client) {
        this.client = client;
    }

    /** A statement inside this transaction. */
    public DatabaseClient.GenericExecuteSpec sql(String sql) {
        return client.sql(sql);
    }
}
