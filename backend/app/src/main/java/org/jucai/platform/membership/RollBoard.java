package org.jucai.platform.membership;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The roll of members 会员名册, to recognise them in lists that come from outside. Like {@link MembershipBoard} it shows
 * nobody's file to anybody: the asking module does.
 */
@Component
public class RollBoard {

    private final Database database;
    private final SqlRoll roll;

    RollBoard(Database database, SqlRoll roll) {
        this.database = database;
        this.roll = roll;
    }

    /** The enterprises that are members of an association, by code; at most 10,000. */
    public Mono<List<RollEntry>> enterprisesOf(UUID associationId) {
        return database.read(Scope.background(), tx -> roll.enterprises(tx, associationId));
    }
}
