package org.jucai.platform.kernel;

import io.r2dbc.spi.R2dbcException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Says at the start, in both languages and without a stack trace, what keeps Jucai from its database: a setting that is
 * missing, a role or password that the server refuses, a server that cannot be reached, the schema of another build.
 */
final class DatabaseTroubleAnalyzer implements FailureAnalyzer {

    /** The outermost cause that is known: the driver's says which address, what lies below it does not. */
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            FailureAnalysis found = of(cause);
            if (found != null) return found;
        }
        return null;
    }

    private static @Nullable FailureAnalysis of(Throwable cause) {
        return switch (cause) {
            case MissingSettingException missing -> StartWords.analysis("setting-missing", missing, missing.variable());
            case PlaceholderResolutionException missing -> placeholder(missing);
            case FlywayValidateException other -> StartWords.analysis("migrated-elsewhere", other);
            case SQLException sql -> database(sql, sql.getSQLState());
            case R2dbcException r2dbc -> database(r2dbc, r2dbc.getSqlState());
            case ConnectException away -> away(away);
            case UnknownHostException away -> away(away);
            case TimeoutException away -> away(away);
            default -> null;
        };
    }

    private static FailureAnalysis placeholder(PlaceholderResolutionException missing) {
        String variable = missing.getPlaceholder().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return StartWords.analysis("setting-missing", missing, variable);
    }

    /** Classes of SQLSTATE: 28 who may come in, 3D no such database, 08 no connection; 08004 is the driver without a password. */
    private static @Nullable FailureAnalysis database(Exception failure, @Nullable String state) {
        if (state == null) return null;
        if (state.startsWith("28") || state.equals("08004")) return StartWords.analysis("database-refused", failure, said(failure));
        if (state.startsWith("3D")) return StartWords.analysis("database-unknown", failure, said(failure));
        return state.startsWith("08") ? away(failure) : null;
    }

    private static FailureAnalysis away(Exception failure) {
        return StartWords.analysis("database-away", failure, said(failure));
    }

    private static String said(Exception failure) {
        return String.valueOf(failure.getMessage()).strip();
    }
}
