package io.hutong.credit.agencyrecord;

import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;

/** An event of another agency will never be read here: what there is of its kind is unknown until its source says what stands. */
@ApplicationScoped
public class MissRecord {
    private final AgencyKnowledge knowledge;
    private final RecordConsequences consequences;

    MissRecord(AgencyKnowledge knowledge, RecordConsequences consequences) {
        this.knowledge = knowledge;
        this.consequences = consequences;
    }

    /** The stream of the business is locked. */
    public void handle(BizId bizId, RecordKind kind) {
        if (knowledge.doubt(bizId, kind)) {
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
