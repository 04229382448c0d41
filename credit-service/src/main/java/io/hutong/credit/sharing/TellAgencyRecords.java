package io.hutong.credit.sharing;

import io.hutong.credit.agencyrecord.AnnouncedArrears;
import io.hutong.credit.agencyrecord.Arrears;
import io.hutong.credit.agencyrecord.Permit;
import io.hutong.credit.agencyrecord.RecordConsequences;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.FollowRegister.Followed;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.sharing.FeedEntry.Kind;
import io.hutong.credit.sharing.TellChanges.Change;
import io.hutong.credit.sharing.TellChanges.Word;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the institutions that follow a business what other agencies stated about it, as far as a profile shows it. Runs in the
 * transaction of the inbox or of a confirmation, in which the stream is locked.
 */
@ApplicationScoped
public class TellAgencyRecords implements RecordConsequences {
    private final Businesses businesses;
    private final AgencyRecords records;
    private final AnnouncedArrears arrears;
    private final TellChanges changes;

    TellAgencyRecords(Businesses businesses, AgencyRecords records, AnnouncedArrears arrears, TellChanges changes) {
        this.businesses = businesses;
        this.records = records;
        this.arrears = arrears;
        this.changes = changes;
    }

    @Override
    public void permit(BizId bizId, Permit permit, Step step) {
        Map<String, String> facts = facts(RecordKind.PERMIT, step.name());
        facts.put("permitType", permit.key().permitType());
        facts.put("permitNo", permit.key().permitNo());
        facts.put("validFrom", permit.validFrom().toString());
        put(facts, "validTo", permit.validTo());
        Permit.End end = permit.end();
        if (end != null) {
            facts.put("endedOn", end.on().toString());
            facts.put("why", end.reason().name());
        }
        tell(bizId, RecordKind.PERMIT, null, facts);
    }

    @Override
    public void permitEnded(BizId bizId) {
        businesses
                .find(bizId)
                .filter(business -> records.isShown(RecordKind.PERMIT, business))
                .ifPresent(business ->
                        changes.tell(List.of(new Change(bizId, List.of(RecordKind.PERMIT.field()), null))));
    }

    /** What another tenure owes is not the news of this one. */
    @Override
    public void arrears(Arrears one) {
        boolean own = businesses
                .find(one.bizId())
                .filter(business -> business.tenureId().equals(one.tenureId()))
                .isPresent();
        if (own) {
            tell(one.bizId(), RecordKind.ARREARS, one.id().uuid(), facts(one));
        }
    }

    @Override
    public void inDoubt(BizId bizId, RecordKind kind) {
        tell(bizId, kind, null, facts(kind, "UNKNOWN"));
    }

    /** Where the register's word is in doubt its arrears stay unknown. */
    @Override
    public void knownAgain(BizId bizId, RecordKind kind) {
        boolean known = businesses
                .find(bizId)
                .filter(business -> !records.isDoubted(kind, business))
                .isPresent();
        if (known) {
            tell(bizId, kind, null, facts(kind, "KNOWN_AGAIN"));
        }
    }

    /** With the operator those arrears go and come that are the operator's, with the status what a profile may show at all. */
    public void handle(Followed followed) {
        for (RecordKind kind : RecordKind.values()) {
            if (records.isShown(kind, followed.before()) != records.isShown(kind, followed.after())) {
                tellShown(kind, followed.after());
            }
        }
        OperatorTenureId before = followed.before().tenureId();
        OperatorTenureId after = followed.after().tenureId();
        if (!before.equals(after)) {
            BizId bizId = followed.after().bizId();
            boolean touched = arrears.standing(bizId).stream()
                    .map(Arrears::tenureId)
                    .anyMatch(owing -> owing.equals(before) || owing.equals(after));
            if (touched) {
                tell(bizId, RecordKind.ARREARS, null, facts(RecordKind.ARREARS, "OPERATOR_CHANGED"));
            }
        }
    }

    /** What happened meanwhile was told to nobody. */
    private void tellShown(RecordKind kind, KnownBusiness business) {
        boolean shown = records.isShown(kind, business);
        if (shown && records.isDoubted(kind, business)) {
            tellAtAll(business.bizId(), kind, null, facts(kind, "UNKNOWN"));
        } else if (records.isAny(kind, business)) {
            tellAtAll(business.bizId(), kind, null, facts(kind, shown ? "SHOWN_AGAIN" : "WITHHELD"));
        }
    }

    private void tell(BizId bizId, RecordKind kind, @Nullable UUID subjectId, Map<String, String> facts) {
        KnownBusiness business = businesses.find(bizId).orElse(null);
        if (business != null && records.isShown(kind, business)) {
            tellAtAll(bizId, kind, subjectId, facts);
        }
    }

    private void tellAtAll(BizId bizId, RecordKind kind, @Nullable UUID subjectId, Map<String, String> facts) {
        changes.tell(
                List.of(new Change(bizId, List.of(kind.field()), new Word(Kind.RECORDS_CHANGED, subjectId, facts))));
    }

    private static Map<String, String> facts(Arrears arrears) {
        Arrears.Announced announced = arrears.announced();
        Arrears.End end = arrears.end();
        Map<String, String> facts = facts(RecordKind.ARREARS, end == null ? "ANNOUNCED" : ended(end.reason()));
        facts.put("taxKind", announced.kind().name());
        facts.put("amountFen", Long.toString(announced.amount().fen()));
        facts.put("owedFrom", announced.owedFrom().toString());
        facts.put("announcedOn", announced.on().toString());
        facts.put("noticeNo", announced.noticeNo());
        if (end != null && end.reason() != null) {
            facts.put("on", end.on().toString());
        }
        return facts;
    }

    private static String ended(@Nullable Reason reason) {
        return reason == null ? "CLEARED" : reason.name();
    }

    private static Map<String, String> facts(RecordKind kind, String what) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("field", kind.field());
        facts.put("what", what);
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
