package org.jucai.platform.membership;

import java.util.List;

/** One line of the directory. */
public record PartyRow(Party party, List<Membership> memberships) {

    public PartyRow {
        memberships = List.copyOf(memberships);
    }

    public MembershipState state() {
        return AdmissionRules.best(memberships);
    }
}
