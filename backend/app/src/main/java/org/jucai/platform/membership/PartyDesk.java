package org.jucai.platform.membership;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Registers parties and changes what is known of them. */
@Component
public class PartyDesk {

    private static final Set<PartyKind> ADMITTED = EnumSet.of(PartyKind.ENTERPRISE, PartyKind.SUPPLIER);

    private final SqlParties parties;
    private final SqlMemberships memberships;
    private final SqlDetails details;
    private final SqlFiles files;
    private final PartyShelf shelf;
    private final Ids ids;

    PartyDesk(SqlParties parties, SqlMemberships memberships, SqlDetails details, SqlFiles files, PartyShelf shelf, Ids ids) {
        this.parties = parties;
        this.memberships = memberships;
        this.details = details;
        this.files = files;
        this.shelf = shelf;
        this.ids = ids;
    }

    /** An applicant as handed in, with the papers that came along. */
    public record Applicant(String code, PartyData data, Details details, List<Evidence.Paper> papers) {
        public Applicant {
            papers = List.copyOf(papers);
        }
    }

    /** Registers an enterprise or supplier as an applicant of the actor's association. */
    public Mono<PartyFile> register(Asking asking, Applicant applicant) {
        UUID association = asking.actor().partyId();
        PartyKind kind = switch (applicant.details()) {
            case Details.OfEnterprise _ -> PartyKind.ENTERPRISE;
            case Details.OfSupplier _ -> PartyKind.SUPPLIER;
        };
        List<Evidence> papers = new ArrayList<>();
        Party bare = party(kind, applicant.code(), applicant.data(), 0);
        List<MemberEvent> events = new ArrayList<>(List.of(registered(bare, applicant.data()), applied(association)));
        for (Evidence.Paper paper : applicant.papers()) {
            refuseIf(paper.isReversed(), MembershipRefusal.DATES_REVERSED);
            Evidence filed = paper.filed(ids.next(), bare.id(), asking.at());
            papers.add(filed);
            events.add(new MemberEvent.EvidenceFiled(filed.id(), paper));
        }
        Party party = version(bare, events.size());
        return parties.insert(asking.tx(), party, asking.at())
                .then(Mono.defer(() -> memberships.open(asking.tx(), ids.next(), association, party.id(), asking.today())))
                .then(Mono.defer(() -> details.put(asking.tx(), party.id(), applicant.details())))
                .thenMany(Flux.fromIterable(papers).concatMap(paper -> files.add(asking.tx(), paper)))
                .then(Mono.defer(() -> shelf.write(asking, party.id(), 0, Set.of(party.id(), association), events)))
                .then(Mono.defer(() -> shelf.any(asking, party.id())));
    }

    private static MemberEvent applied(UUID association) {
        return new MemberEvent.MemberApplied(association, "");
    }

    /** Registers a party that no association admits. */
    public Mono<PartyFile> registerOther(Asking asking, PartyKind kind, String code, PartyData data) {
        refuseIf(ADMITTED.contains(kind), MembershipRefusal.PARTY_KIND_IS_ADMITTED_ELSEWHERE);
        Party party = party(kind, code, data, 1);
        return parties.insert(asking.tx(), party, asking.at())
                .then(Mono.defer(() -> shelf.write(asking, party.id(), 0, Set.copyOf(List.of(party.id(), asking.actor().partyId())),
                        List.of(registered(party, data)))))
                .then(Mono.defer(() -> shelf.any(asking, party.id())));
    }

    /** Replaces the data; what the association keeps may only be changed by it. */
    public Mono<PartyFile> change(Asking asking, UUID id, long version, PartyData data, Details changed) {
        return shelf.kept(asking, id).flatMap(file -> {
            if (file.party().version() != version) return PartyShelf.second();
            refuseWrongKind(file, changed);
            Party before = file.party();
            Party after = checked(before, data);
            List<String> fields = keptFields(before, after, file.dossier().usccOverrideReason(), data.usccOverrideReason());
            if (!fields.isEmpty() && asking.actor().actsFor(id)) {
                throw new RefusedException(MembershipRefusal.FIELD_KEPT_BY_ASSOCIATION, Map.of("field", fields.getFirst()));
            }
            List<String> all = new ArrayList<>(fields);
            all.add("details");
            MemberEvent event = new MemberEvent.PartyChanged(all, name(data.verdict()), data.usccOverrideReason());
            return parties.change(asking.tx(), after)
                    .flatMap(first -> first ? details.put(asking.tx(), id, changed) : PartyShelf.second())
                    .then(Mono.defer(() -> shelf.write(asking, id, version, file.readers(), List.of(event))))
                    .then(Mono.defer(() -> shelf.any(asking, id)));
        });
    }

    private static void refuseWrongKind(PartyFile file, Details changed) {
        boolean suits = switch (changed) {
            case Details.OfEnterprise _ -> file.party().kind() == PartyKind.ENTERPRISE;
            case Details.OfSupplier _ -> file.party().kind() == PartyKind.SUPPLIER;
        };
        refuseIf(!suits, MembershipRefusal.PARTY_UNKNOWN);
    }

    private Party party(PartyKind kind, String code, PartyData data, long version) {
        refuseMalformed(data);
        return new Party(ids.next(), kind, code, data.nameZh(), data.nameEn(), data.normalisedUscc(), data.areaCode(), data.scale(),
                data.supplierKind(), true, version);
    }

    private static Party checked(Party before, PartyData data) {
        refuseMalformed(data);
        return new Party(before.id(), before.kind(), before.code(), data.nameZh(), data.nameEn(), data.normalisedUscc(),
                data.areaCode(), data.scale(), data.supplierKind(), before.active(), before.version());
    }

    private static Party version(Party party, long version) {
        return new Party(party.id(), party.kind(), party.code(), party.nameZh(), party.nameEn(), party.uscc(), party.areaCode(),
                party.scale(), party.supplierKind(), party.active(), version);
    }

    private static List<String> keptFields(Party before, Party after, @Nullable String reasonBefore, @Nullable String reasonAfter) {
        List<String> fields = new ArrayList<>();
        if (!before.nameZh().equals(after.nameZh())) fields.add("nameZh");
        if (!Objects.equals(before.nameEn(), after.nameEn())) fields.add("nameEn");
        if (!Objects.equals(before.uscc(), after.uscc())) fields.add("uscc");
        if (!Objects.equals(reasonBefore, reasonAfter)) fields.add("usccOverrideReason");
        if (!Objects.equals(before.areaCode(), after.areaCode())) fields.add("areaCode");
        if (before.scale() != after.scale()) fields.add("scale");
        if (before.supplierKind() != after.supplierKind()) fields.add("supplierKind");
        return fields;
    }

    private static MemberEvent registered(Party party, PartyData data) {
        return new MemberEvent.PartyRegistered(party.kind().name(), party.code(), party.nameZh(), party.uscc(),
                name(data.verdict()), data.usccOverrideReason());
    }

    private static @Nullable String name(CreditCode.@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.name();
    }

    private static void refuseMalformed(PartyData data) {
        refuseIf(data.verdict() == CreditCode.Verdict.MALFORMED, MembershipRefusal.USCC_MALFORMED);
    }

    private static void refuseIf(boolean refused, MembershipRefusal refusal) {
        if (refused) throw new RefusedException(refusal);
    }
}
