package org.jucai.platform.membership;

import org.jucai.platform.kernel.Refusal;

/** Why a change about people is refused. */
public enum PeopleRefusal implements Refusal {
    PERSON_UNKNOWN(404),
    ACCOUNT_TAKEN(409),
    PHONE_TAKEN(409),
    ROLE_NOT_YOURS_TO_GIVE(403),
    ROLE_DOES_NOT_SUIT_PARTY(422),
    OWN_ROLES_NOT_YOURS_TO_EXTEND(403),
    LAST_ADMINISTRATOR_STAYS(409),
    PERSON_INACTIVE(409),
    INVITATION_UNKNOWN(404),
    INVITATION_ENDED(409),
    PASSWORD_TOO_WEAK(422),
    RESET_LINK_ENDED(409),
    IDENTITY_TAKEN(409),
    PASSWORD_NEEDED_FIRST(409),
    SEALING_KEY_ABSENT(503);

    private final int status;

    PeopleRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
