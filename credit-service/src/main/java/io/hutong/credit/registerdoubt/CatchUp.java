package io.hutong.credit.registerdoubt;

import io.hutong.credit.abnormallist.NoteCures;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.business.FollowRegister.Followed;
import io.hutong.credit.consent.EndOutlived;
import io.hutong.credit.objection.CloseOvertakenObjections;
import io.hutong.credit.publication.WithholdEnded;
import io.hutong.credit.repair.CloseOvertakenRepairs;
import io.hutong.credit.sharing.TellAgencyRecords;
import io.hutong.credit.sharing.TellRegister;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;

/** Does what the register's own events would have done; in the caller's transaction, behind the projection. */
@ApplicationScoped
class CatchUp {
    private final TellRegister tell;
    private final TellAgencyRecords records;
    private final EndOutlived consents;
    private final WithholdEnded shown;
    private final CloseOvertakenRepairs repairs;
    private final CloseOvertakenObjections objections;
    private final NoteCures cures;

    CatchUp(
            TellRegister tell,
            TellAgencyRecords records,
            EndOutlived consents,
            WithholdEnded shown,
            CloseOvertakenRepairs repairs,
            CloseOvertakenObjections objections,
            NoteCures cures) {
        this.tell = tell;
        this.records = records;
        this.consents = consents;
        this.shown = shown;
        this.repairs = repairs;
        this.objections = objections;
        this.cures = cures;
    }

    void with(Followed followed) {
        BizId bizId = followed.after().bizId();
        tell.handle(followed);
        records.handle(followed);
        consents.handle(bizId);
        shown.handle(bizId);
        repairs.handle(bizId);
        objections.handle(bizId);
        cures.caughtUp(followed);
    }

    /** Whose the arrears are is known again. */
    void operatorKnown(BizId bizId) {
        records.knownAgain(bizId, RecordKind.ARREARS);
    }
}
