package io.hutong.credit;

import io.hutong.testing.AccessMatrix;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityIT {
    private static final String TABLE = """
            GET /businesses/{bizId}/annual-reports               | report-filer | AMR
            GET /businesses/{bizId}/annual-reports               | credit-officer | AMR
            POST /businesses/{bizId}/annual-reports              | report-filer | AMR
            POST /businesses/{bizId}/annual-reports              | credit-officer | AMR
            GET /businesses/{bizId}/annual-reports/form          | report-filer | AMR
            GET /businesses/{bizId}/annual-reports/form          | credit-officer | AMR
            GET /businesses/{bizId}/abnormal-entries             | credit-officer | AMR
            POST /businesses/{bizId}/abnormal-entries            | credit-officer | AMR
            GET /abnormal-entries                                | credit-officer | AMR
            GET /abnormal-entries/{entryId}                      | credit-officer | AMR
            POST /abnormal-entries/{entryId}/removal             | credit-officer | AMR
            GET /abnormal-removals                               | credit-officer | AMR
            GET /abnormal-removals/{entryId}                     | credit-officer | AMR
            POST /listing-runs                                   | credit-officer | AMR
            GET /listing-runs                                    | credit-officer | AMR
            GET /listing-runs/{runId}                            | credit-officer | AMR
            GET /listing-runs/{runId}/candidates                 | credit-officer | AMR
            POST /listing-runs/{runId}/exclusions                | credit-officer | AMR
            POST /listing-runs/{runId}/withdrawal                | credit-officer | AMR
            POST /listing-runs/{runId}/sign-off                   | credit-officer | AMR
            POST /spot-checks                                    | credit-officer | AMR
            GET /spot-checks/{checkId}                           | credit-officer | AMR
            GET /spot-checks/{checkId}/items                     | credit-officer | AMR
            POST /spot-checks/{checkId}/results                  | credit-officer | AMR
            POST /false-data-reports                             | credit-officer | AMR
            GET /false-data-reports                              | credit-officer | AMR
            POST /false-data-reports/{reportId}/finding          | credit-officer | AMR
            GET /report-years/{reportYear}/reminders             | credit-officer | AMR
            GET /platforms                                       | credit-officer | AMR
            GET /platforms/{platform}/pending                    | credit-officer | AMR
            POST /platforms/{platform}/reconciliations           | credit-officer | AMR
            GET /reconciliations/{runId}                         | credit-officer | AMR
            GET /publications/{subjectId}                        | credit-officer | AMR
            GET /businesses/{bizId}/consents                     | report-filer credit-officer | AMR
            POST /businesses/{bizId}/consents                    | report-filer | AMR
            POST /businesses/{bizId}/consents/{consentId}/withdrawal | report-filer | AMR
            GET /businesses/{bizId}/looks                        | report-filer credit-officer | AMR
            GET /sharing-terms                                   | bank report-filer credit-officer | AMR FI-620702-BANKA
            GET /credit-profiles/{uscc}                          | bank | FI-620702-BANKA
            POST /credit-profiles/batch                          | bank | FI-620702-BANKA
            GET /subscriptions                                   | credit-officer | AMR
            POST /subscriptions                                  | bank | FI-620702-BANKA
            POST /subscriptions/cancellation                     | bank | FI-620702-BANKA
            GET /subscriptions/changes                           | bank | FI-620702-BANKA
            POST /subscriptions/acknowledgement                  | bank | FI-620702-BANKA
            GET /businesses/{bizId}/financing-demands            | report-filer | AMR
            POST /businesses/{bizId}/financing-demands           | report-filer | AMR
            POST /businesses/{bizId}/financing-demands/{demandId}/withdrawal | report-filer | AMR
            GET /financing-demands                               | bank | FI-620702-BANKA
            POST /financing-demands/{demandId}/progress          | bank | FI-620702-BANKA
            GET /financing-demands/counts                        | credit-officer | AMR
            GET /financing-funnel                                | credit-officer | AMR
            POST /financing-funnel/platforms/{platform}/counts   | credit-officer | AMR
            GET /financing-products                              | bank report-filer credit-officer | AMR FI-620702-BANKA
            POST /financing-products                             | bank | FI-620702-BANKA
            POST /financing-products/{productId}/withdrawal      | bank | FI-620702-BANKA
            GET /messaging/heads                                 | service | * GDA
            GET /messaging/heads                                 | flow-operator | JCO
            GET /messaging/streams/{bizId}                       | service | * GDA
            GET /messaging/streams/{bizId}                       | flow-operator | JCO
            GET /messaging/state                                 | flow-operator | JCO
            GET /messaging/parked                                | flow-operator | JCO
            GET /messaging/skipped                               | flow-operator | JCO
            GET /messaging/parked/{inbox}/{bizId}                | flow-operator | JCO
            POST /messaging/parked/retry                         | flow-operator | JCO
            POST /messaging/parked/{inbox}/{bizId}/retry         | flow-operator | JCO
            POST /messaging/parked/{inbox}/{bizId}/skip          | flow-operator | JCO
            GET /businesses/{bizId}/objections                   | report-filer | AMR
            GET /businesses/{bizId}/objections                   | credit-officer | AMR
            POST /businesses/{bizId}/objections                  | report-filer | AMR
            POST /businesses/{bizId}/objections                  | credit-officer | AMR
            GET /objections                                      | credit-officer | AMR
            GET /objections/{objectionId}                        | credit-officer | AMR
            POST /objections/{objectionId}/steps                 | credit-officer | AMR
            GET /businesses/{bizId}/penalties                    | credit-officer | AMR
            POST /businesses/{bizId}/penalties                   | credit-officer | AMR
            GET /penalties                                       | credit-officer | AMR
            GET /penalties/{penaltyId}                           | credit-officer | AMR
            POST /penalties/{penaltyId}/publication              | credit-officer | AMR
            POST /penalties/{penaltyId}/withdrawal               | credit-officer | AMR
            GET /businesses/{bizId}/serious-entries              | credit-officer | AMR
            POST /businesses/{bizId}/serious-entries             | credit-officer | AMR
            GET /serious-entries/{entryId}                       | credit-officer | AMR
            GET /businesses/{bizId}/repair-targets               | report-filer | AMR
            GET /businesses/{bizId}/repair-targets               | credit-officer | AMR
            GET /businesses/{bizId}/repairs                      | report-filer | AMR
            GET /businesses/{bizId}/repairs                      | credit-officer | AMR
            POST /businesses/{bizId}/repairs                     | report-filer | AMR
            POST /businesses/{bizId}/repairs                     | credit-officer | AMR
            GET /repairs                                         | credit-officer | AMR
            GET /repairs/{repairId}                              | credit-officer | AMR
            POST /repairs/{repairId}/steps                       | credit-officer | AMR
            GET /separate-register/due                           | credit-officer | AMR
            GET /spot-checks/{checkId}/population                | credit-officer | AMR
            GET /spot-checks/{checkId}/corrections               | credit-officer | AMR
            POST /spot-checks/{checkId}/corrections              | credit-officer | AMR
            POST /existing-entries-imports                       | credit-officer | AMR
            GET /existing-entries-imports/{id}                   | credit-officer | AMR
            GET /existing-entries-imports/{id}/errors            | credit-officer | AMR
            POST /businesses/{bizId}/repairs/{repairId}/withdrawal | report-filer credit-officer | AMR
            POST /businesses/{bizId}/objections/{objectionId}/withdrawal | report-filer credit-officer | AMR
            POST /credit-china/repairs                           | credit-platform | XCN
            GET /credit-china/repairs/{caseNo}                   | credit-platform | XCN
            POST /credit-china/objections                        | credit-platform | XCN
            GET /credit-china/objections/{caseNo}                | credit-platform | XCN
            POST /credit-china/repairs/{caseNo}/withdrawal       | credit-platform | XCN
            POST /credit-china/repairs/{caseNo}/corrections      | credit-platform | XCN
            POST /credit-china/objections/{caseNo}/withdrawal    | credit-platform | XCN
            POST /credit-china/objections/{caseNo}/corrections   | credit-platform | XCN
            GET /repairs/{repairId}/versions                     | credit-officer | AMR
            GET /objections/{objectionId}/versions               | credit-officer | AMR
            GET /businesses/{bizId}/agency-records               | credit-officer | AMR
            POST /businesses/{bizId}/agency-records/{kind}/confirmations | credit-officer | AMR
            GET /abnormal-listings/due                           | credit-officer | AMR
            GET /abnormal-removals/due                           | credit-officer | AMR
            POST /penalties/{penaltyId}/violation                | credit-officer | AMR
            GET /businesses/{bizId}/followers                    | report-filer credit-officer | AMR
            GET /register-doubts                                 | credit-officer | AMR
            GET /register-doubts/{bizId}                         | credit-officer | AMR
            GET /register-doubts/{bizId}/confirmations           | credit-officer | AMR
            POST /register-doubts/{bizId}/confirmations          | credit-officer | AMR
            """;

    @Test
    void who_may_call_what_is_said_of_every_endpoint_and_holds() {
        AccessMatrix.of("credit", TABLE)
                .alsoTrying("FI-620702-BANKA", "XCN")
                .isComplete()
                .nothingElseIsPublic()
                .letsNobodyInWithoutAGoodToken()
                .letsInWhomTheTableNames();
    }
}
