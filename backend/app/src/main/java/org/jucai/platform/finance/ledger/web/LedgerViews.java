package org.jucai.platform.finance.ledger.web;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jucai.platform.finance.ledger.Account;
import org.jucai.platform.finance.ledger.Ledger;
import org.jucai.platform.finance.ledger.LedgerBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.model.AccountKind;
import org.jucai.spec.model.AccountRole;
import org.jucai.spec.model.LedgerAccount;
import org.jucai.spec.model.LedgerBalance;
import org.jucai.spec.model.LedgerEntry;
import org.jucai.spec.model.Occasion;

/** Entries and balances as they leave. */
record LedgerViews(LedgerBoard board, Map<UUID, PartyName> names) {

    static Set<UUID> parties(Collection<Account> accounts) {
        Set<UUID> parties = new TreeSet<>();
        accounts.forEach(account -> {
            parties.add(account.partyId());
            parties.add(account.book().bankId());
            parties.add(account.book().keeperId());
        });
        return parties;
    }

    LedgerEntry entry(LedgerBoard.Shown shown) {
        LedgerEntry view = new LedgerEntry().postingId(shown.postingId()).line(shown.entry().line()).occasion(Occasion.valueOf(shown.posting().occasion().name()))
                .reference(shown.posting().reference()).businessOn(shown.posting().businessOn()).bookedAt(shown.bookedAt())
                .account(account(shown.accountId(), shown.entry().account())).amountFen(shown.entry().amountFen());
        shown.posting().words().ifPresent(view::setWords);
        shown.reverses().ifPresent(view::setReversesId);
        return view;
    }

    LedgerBalance balance(Ledger.Balance balance) {
        long debit = balance.debit().fen();
        return new LedgerBalance().account(account(balance.accountId(), balance.account())).debitFen(debit).balanceFen(debit * board.kind(balance.account().role()).sign());
    }

    private LedgerAccount account(UUID id, Account account) {
        LedgerAccount view = new LedgerAccount().id(id).bankId(account.book().bankId()).keeperId(account.book().keeperId()).role(AccountRole.valueOf(account.role().name()))
                .kind(AccountKind.valueOf(board.kind(account.role()).name())).partyId(account.partyId());
        name(account.book().bankId()).ifPresent(view::setBankName);
        name(account.book().keeperId()).ifPresent(view::setKeeperName);
        name(account.partyId()).ifPresent(view::setPartyName);
        account.productId().ifPresent(view::setProductId);
        account.roundId().ifPresent(view::setRoundId);
        account.thingId().ifPresent(view::setThingId);
        return view;
    }

    Optional<String> name(UUID party) {
        return Optional.ofNullable(names.get(party)).map(PartyName::nameZh);
    }
}
