package org.jucai.platform.rounds.workbook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose demand a row is: by number, then by credit code; a name alone is to be confirmed. */
final class EnterpriseRule {

    private final Setting setting;

    EnterpriseRule(Setting setting) {
        this.setting = setting;
    }

    @Nullable Enterprise decide(Verdict verdict) {
        RawRow row = verdict.row();
        Enterprise found = row.namesNobody() ? unnamed(verdict) : named(verdict, key(row, Field.ENTERPRISE_ID), key(row, Field.USCC), key(row, Field.ENTERPRISE_NAME));
        Enterprise owner = setting.owner();
        if (found != null && owner != null && !found.id().equals(owner.id())) verdict.reject(Reason.FOREIGN_ENTERPRISE, Field.ENTERPRISE_NAME);
        return found;
    }

    private static String key(RawRow row, Field field) {
        return Fold.key(row.text(field));
    }

    private @Nullable Enterprise named(Verdict verdict, String id, String uscc, String name) {
        Optional<Enterprise> byId = id.isEmpty() ? Optional.empty() : setting.lookup().enterpriseById(id);
        Optional<Enterprise> byUscc = uscc.isEmpty() ? Optional.empty() : setting.lookup().enterpriseByUscc(uscc);
        Optional<Enterprise> byName = byName(id, name);
        boolean wrongCode = !uscc.isEmpty() && byUscc.isEmpty() && !CreditCode.isWellFormed(uscc);
        if (wrongCode) verdict.confirm(Reason.BAD_USCC, Field.USCC);
        if (byId.isPresent()) return checked(verdict, byId.get(), wrongCode || uscc.isEmpty() ? byId : byUscc, byName, name);
        if (byUscc.isPresent()) {
            if (!id.isEmpty()) verdict.warn(Warning.UNKNOWN_ID);
            return checked(verdict, byUscc.get(), byUscc, byName, name);
        }
        return onlyNamed(verdict, byName.or(() -> setting.lookup().enterpriseLikeName(name.isEmpty() ? id : name)), !uscc.isEmpty() && !wrongCode);
    }

    /** The name, or a name that stands in the column of numbers. */
    private Optional<Enterprise> byName(String id, String name) {
        Optional<Enterprise> found = name.isEmpty() ? Optional.empty() : setting.lookup().enterpriseByName(name);
        if (found.isPresent()) return found;
        Optional<Enterprise> swapped = name.isEmpty() ? Optional.empty() : setting.lookup().enterpriseById(name).or(() -> setting.lookup().enterpriseByUscc(name));
        return swapped.or(() -> id.isEmpty() ? Optional.empty() : setting.lookup().enterpriseByName(id));
    }

    private static Enterprise checked(Verdict verdict, Enterprise found, Optional<Enterprise> byUscc, Optional<Enterprise> byName, String name) {
        boolean otherCode = byUscc.filter(other -> other.id().equals(found.id())).isEmpty();
        boolean otherName = byName.filter(other -> !other.id().equals(found.id())).isPresent();
        if (otherCode) verdict.ask(Reason.ENTERPRISE_MISMATCH, Field.USCC);
        else if (otherName) verdict.ask(Reason.ENTERPRISE_MISMATCH, Field.ENTERPRISE_NAME);
        else if (!name.isEmpty() && byName.isEmpty()) verdict.warn(Warning.NAME_DIFFERS);
        return found;
    }

    /** A well-formed code of no member speaks against the name beside it. */
    private @Nullable Enterprise onlyNamed(Verdict verdict, Optional<Enterprise> byName, boolean strangeCode) {
        if (byName.isEmpty()) {
            verdict.reject(Reason.UNKNOWN_ENTERPRISE, verdict.row().text(Field.ENTERPRISE_ID).isEmpty() ? Field.ENTERPRISE_NAME : Field.ENTERPRISE_ID);
            return null;
        }
        Enterprise found = byName.get();
        String said = Fold.key(verdict.row().text(Field.ENTERPRISE_NAME));
        boolean surely = said.equals(Fold.key(found.id())) || said.equals(Fold.key(found.uscc())) || isOwner(found);
        if (strangeCode) verdict.ask(Reason.ENTERPRISE_MISMATCH, Field.USCC);
        else if (!surely) verdict.confirm(Reason.ENTERPRISE_BY_NAME, Field.ENTERPRISE_NAME);
        return found;
    }

    private boolean isOwner(Enterprise found) {
        return setting.owner() != null && setting.owner().id().equals(found.id());
    }

    private @Nullable Enterprise unnamed(Verdict verdict) {
        if (verdict.isBroken(Field.ENTERPRISE_ID) || verdict.isBroken(Field.USCC) || verdict.isBroken(Field.ENTERPRISE_NAME)) return null;
        Context context = verdict.row().context();
        Enterprise named = numbered(context.enterprise());
        Enterprise around = named == null ? setting.owner() : named;
        if (around != null) {
            verdict.warn(Warning.ENTERPRISE_FROM_CONTEXT);
            if (!context.sure() && !isOwner(around)) verdict.confirm(Reason.ENTERPRISE_BY_NAME, Field.ENTERPRISE_NAME);
            return around;
        }
        Enterprise above = numbered(context.enterpriseAbove());
        if (above == null) verdict.reject(Reason.MISSING_FIELD, Field.ENTERPRISE_ID);
        else verdict.confirm(Reason.MISSING_FIELD, Field.ENTERPRISE_ID);
        return above;
    }

    private @Nullable Enterprise numbered(@Nullable String id) {
        return id == null ? null : setting.lookup().enterpriseById(Fold.key(id)).orElse(null);
    }
}
