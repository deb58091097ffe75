package org.jucai.platform.membership;

import java.util.UUID;

/** A person who buys for an enterprise, and where a text message finds them. */
public record Buyer(UUID enterpriseId, UUID personId, String name, String phone) {}
