package io.hutong.credit.sharing;

import io.hutong.credit.agencyrecord.AgencyKnowledge;
import io.hutong.credit.agencyrecord.AnnouncedArrears;
import io.hutong.credit.agencyrecord.Arrears;
import io.hutong.credit.agencyrecord.Permit;
import io.hutong.credit.agencyrecord.Permits;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.consent.SharingRules.Field;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.PublicationRules;
import io.hutong.identity.OperatorTenureId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What other agencies stated to the public about a business: its permits, and arrears of the tenure that operates it. */
@ApplicationScoped
class AgencyRecords {
    private final Businesses businesses;
    private final AgencyKnowledge knowledge;
    private final Permits permits;
    private final AnnouncedArrears arrears;
    private final PublicationRules rules;
    private final CreditTime time;

    AgencyRecords(
            Businesses businesses,
            AgencyKnowledge knowledge,
            Permits permits,
            AnnouncedArrears arrears,
            PublicationRules rules,
            CreditTime time) {
        this.businesses = businesses;
        this.knowledge = knowledge;
        this.permits = permits;
        this.arrears = arrears;
        this.rules = rules;
        this.time = time;
    }

    /**
     * Of which kinds nothing is missing here. Where the register's word is incomplete, or tax names a tenure of which the register
     * has not told, another may operate the business by now: whose arrears they are cannot be told then.
     */
    Set<RecordKind> complete(KnownBusiness business, boolean doubtful) {
        Set<RecordKind> complete = knowledge.complete(business.bizId());
        if (doubtful || owedByUnknown(business)) {
            complete.remove(RecordKind.ARREARS);
        }
        return complete;
    }

    private boolean owedByUnknown(KnownBusiness business) {
        Set<OperatorTenureId> others = arrears.standing(business.bizId()).stream()
                .map(Arrears::tenureId)
                .filter(owing -> !owing.equals(business.tenureId()))
                .collect(Collectors.toSet());
        return !others.isEmpty() && !businesses.earlierTenures(business.bizId()).containsAll(others);
    }

    /** Whether something was left out of what there is, so that it stays unknown until it is made up for. */
    boolean isDoubted(RecordKind kind, KnownBusiness business) {
        return knowledge.doubted(business.bizId()).contains(kind)
                || (kind == RecordKind.ARREARS && businesses.doubtful(business.bizId()));
    }

    /** Whether there is anything that a profile could show. */
    boolean isAny(RecordKind kind, KnownBusiness business) {
        return kind == RecordKind.PERMIT
                ? !permits.of(business.bizId()).isEmpty()
                : arrears.standing(business.bizId()).stream()
                        .anyMatch(one -> one.tenureId().equals(business.tenureId()));
    }

    Stream<Fact> permits(Field field, KnownBusiness business) {
        return isShown(RecordKind.PERMIT, business)
                ? permits.of(business.bizId()).stream().map(permit -> fact(field, permit))
                : Stream.of();
    }

    /** Those of another tenure are another's debt (Civil Code art. 56). */
    Stream<Fact> arrears(Field field, KnownBusiness business) {
        return isShown(RecordKind.ARREARS, business)
                ? arrears.standing(business.bizId()).stream()
                        .filter(one -> one.tenureId().equals(business.tenureId()))
                        .map(one -> fact(field, one))
                : Stream.of();
    }

    /** Of a business that left the register less is shown. */
    boolean isShown(RecordKind kind, KnownBusiness business) {
        FactKind fact = kind == RecordKind.PERMIT ? FactKind.PERMIT : FactKind.ARREARS;
        return rules.shownOf(fact, business.status(), time.today());
    }

    private Fact fact(Field field, Permit permit) {
        return new Fact(
                field.name(),
                field.layer(),
                permit.key().permitType(),
                null,
                permit.validFrom(),
                permit.key().permitNo(),
                new Fact.More(permit.lastDay(), permit.standing(time.today()).name(), null, null));
    }

    private static Fact fact(Field field, Arrears arrears) {
        Arrears.Announced announced = arrears.announced();
        return new Fact(
                field.name(),
                field.layer(),
                announced.kind().name(),
                null,
                announced.on(),
                announced.noticeNo(),
                new Fact.More(null, null, announced.amount(), announced.owedFrom()));
    }
}
