package io.hutong.registration;

import static org.awaitility.Awaitility.await;

import io.hutong.events.Block;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.StreamFixture;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The tax side as the register hears it: real events on the real topic. */
final class Tax implements AutoCloseable {
    static final LocalDate FAR = LocalDate.of(2099, 12, 31);
    static final Block PAY = new Block(Block.Class.PAY, 2);
    static final Block FILE = new Block(Block.Class.FILE, 1);

    final StreamFixture stream = StreamFixture.of("tax");

    void says(String bizId, TaxEvent event) {
        stream.publish(BizId.of(bizId), event);
    }

    static TaxEvent.ChangeHeld held(String changeId, Block... blocks) {
        return new TaxEvent.ChangeHeld(ChangeId.of(changeId), List.of(blocks), null, "tax.clearance-gate/2024.1");
    }

    static TaxEvent.ClearanceHeld clearanceHeld(String changeId, Block... blocks) {
        return new TaxEvent.ClearanceHeld(ChangeId.of(changeId), List.of(blocks), null, "tax.clearance-gate/2024.1");
    }

    static TaxEvent.ChangeCompleted completed(String changeId, TaxEvent.ChangeCompleted.Mode mode) {
        return new TaxEvent.ChangeCompleted(ChangeId.of(changeId), mode, 0, null);
    }

    static ClearanceIssued issued(String changeId, String tenureId) {
        return issued(changeId, tenureId, FAR);
    }

    static ClearanceIssued issued(String changeId, String tenureId, LocalDate validUntil) {
        return new ClearanceIssued(
                ChangeId.of(changeId),
                new CertificateId(UUID.randomUUID()),
                CertificatePurpose.OPERATOR_CHANGE,
                OperatorTenureId.of(tenureId),
                validUntil,
                ClearanceIssued.Basis.NEVER_TAXED);
    }

    /** Waits until the view of a change tells this step, and gives the whole view. */
    static JsonPath until(Clerk clerk, String changeId, String step) {
        await("the change tells " + step)
                .atMost(Duration.ofSeconds(30))
                .until(() -> clerk.get("/changes/" + changeId)
                        .jsonPath()
                        .getList("timeline.what", String.class)
                        .contains(step));
        return clerk.get("/changes/" + changeId).jsonPath();
    }

    @Override
    public void close() {
        stream.close();
    }
}
