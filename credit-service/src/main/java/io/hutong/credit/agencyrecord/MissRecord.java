package io.hutong.credit.agencyrecord;

import io.hutong.credit.business.CreditTime;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * An event of another agency will never be read here: what there is of its kind is unknown until its source says what
 * stands, or an officer confirms it.
 */
@ApplicationScoped
public class MissRecord {
    private final AgencyKnowledge knowledge;
    private final RecordConsequences consequences;
    private final CreditTime time;

    MissRecord(AgencyKnowledge knowledge, RecordConsequences consequences, CreditTime time) {
        this.knowledge = knowledge;
        this.consequences = consequences;
        this.time = time;
    }

    /** The stream of the business is locked. */
    public void handle(BizId bizId, RecordKind kind) {
        if (knowledge.doubt(bizId, kind, time.now())) {
            consequences.inDoubt(bizId, kind);
        }
    }

    /** The register's word is in doubt from now on, and with it whose the arrears are. */
    public void loseOperator(BizId bizId) {
        if (!knowledge.doubted(bizId).contains(RecordKind.ARREARS)) {
            consequences.inDoubt(bizId, RecordKind.ARREARS);
        }
    }
}
