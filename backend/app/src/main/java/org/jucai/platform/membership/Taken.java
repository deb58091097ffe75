package org.jucai.platform.membership;

import java.util.List;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.dao.DuplicateKeyException;

/** What the database's unique constraints mean in the module's words. */
enum Taken {
    PARTY_CODE("party_code_is_used_once", MembershipRefusal.PARTY_CODE_TAKEN),
    USCC("party_uscc_is_used_once_per_kind", MembershipRefusal.USCC_TAKEN),
    MEMBERSHIP("membership_one_live_per_association", MembershipRefusal.MEMBERSHIP_ALREADY_LIVE),
    DELIVERY_POINT("delivery_point_code_is_used_once", MembershipRefusal.DELIVERY_POINT_CODE_TAKEN),
    CONNECTION("connected_party_is_recorded_once", MembershipRefusal.CONNECTION_ALREADY_KNOWN),
    SIZE_VERDICT("supplier_size_is_judged_once_by_each_association", MembershipRefusal.SUPPLIER_SIZE_ALREADY_JUDGED),
    ACCOUNT("person_account_is_used_once", PeopleRefusal.ACCOUNT_TAKEN),
    PHONE("person_phone_is_used_once", PeopleRefusal.PHONE_TAKEN);

    private final String constraint;
    private final Refusal refusal;

    Taken(String constraint, Refusal refusal) {
        this.constraint = constraint;
        this.refusal = refusal;
    }

    /** The refusal that a violated constraint stands for; another constraint means that somebody was first. */
    static RefusedException by(DuplicateKeyException violation) {
        String message = String.valueOf(violation.getMessage());
        return List.of(values()).stream()
                .filter(taken -> message.contains(taken.constraint))
                .map(taken -> new RefusedException(taken.refusal))
                .findFirst()
                .orElseGet(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT));
    }
}
