package org.jucai.platform.membership;

/** Where a membership in one association stands. {@link #LEFT} is never left; whoever comes back applies anew. */
public enum MembershipState { APPLIED, ADMITTED, SUSPENDED, LEFT }
