package org.jucai.platform.contracts;

/** What a contract is for. */
public enum ContractKind {
    /** Goods upstream: 代理 from the supplier to a member, 买断 from the supplier to the finance group. */
    SUPPLY,
    /** Goods downstream, 买断: from the finance group to a member. */
    RESALE,
    /** 代理: what the finance group does for a member, for a disclosed fee. */
    SERVICE;

    /** Whether goods change their owner by it. */
    public boolean sellsGoods() {
        return this != SERVICE;
    }

    /** Whether it stands between the finance group and a member, and so covers what is bought upstream. */
    public boolean coversSupply() {
        return this != SUPPLY;
    }

    char letter() {
        return switch (this) {
            case SUPPLY -> 'S';
            case RESALE -> 'R';
            case SERVICE -> 'F';
        };
    }
}
