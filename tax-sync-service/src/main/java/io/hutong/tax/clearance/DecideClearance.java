package io.hutong.tax.clearance;

import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ClearanceRefused;
import io.hutong.events.TaxEvent.ClearanceRevoked;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.Outbox;
import io.hutong.tax.clearance.Certificate.Worth;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.time.LegalTime;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What an officer decides about clearance: to refuse a certificate, to revoke one, to look again (Order 103 art. 18). The
 * officer's words stay at tax: who reads the event learns that it was an officer's decision, never why.
 */
@ApplicationScoped
public class DecideClearance {
    private final ClearanceRequests requests;
    private final Certificates certificates;
    private final AssessClearance clearance;
    private final Outbox outbox;
    private final Clock clock;

    public DecideClearance(
            ClearanceRequests requests,
            Certificates certificates,
            AssessClearance clearance,
            Outbox outbox,
            Clock clock) {
        this.requests = requests;
        this.certificates = certificates;
        this.clearance = clearance;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public ClearanceRequest refuse(ChangeId changeId, String reason) {
        BizId bizId = requests.businessOf(changeId).orElseThrow(TaxProblems::notFound);
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        ClearanceRequest request = requests.find(changeId).orElseThrow();
        if (request.state() != ClearanceRequest.State.OPEN) {
            throw Problem.of(TaxProblems.REQUEST_NOT_OPEN, "只能拒绝等待中的清税申请。", "Only a waiting request can be refused.");
        }
        ClearanceRequest refused = request.refused(reason, clock.instant());
        requests.save(refused);
        receipts.give(new ClearanceRefused(changeId, TaxEvent.OFFICER_DECISION), request.cause());
        return refused;
    }

    /** Puts a waiting request to the gate again; only by this another certificate follows a revoked one. */
    @Transactional
    public ClearanceRequest reevaluate(ChangeId changeId) {
        BizId bizId = requests.businessOf(changeId).orElseThrow(TaxProblems::notFound);
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        ClearanceRequest request = requests.find(changeId).orElseThrow();
        if (request.state() != ClearanceRequest.State.OPEN && !request.leftToOfficer()) {
            throw Problem.of(
                    TaxProblems.REQUEST_NOT_OPEN, "只能重新判定等待中的清税申请。", "Only a waiting request can be re-evaluated.");
        }
        clearance.takeUp(request, receipts);
        return requests.find(changeId).orElseThrow();
    }

    /**
     * A used certificate cannot be revoked, because the change it served has taken effect, nor one past its last day, because
     * another may have been asked for. The request then waits for an officer.
     */
    @Transactional
    public Certificate revoke(CertificateId id, String reason) {
        BizId bizId = certificates.businessOf(id).orElseThrow(TaxProblems::notFound);
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        Certificate certificate = certificates.find(id).orElseThrow();
        LocalDate today = LegalTime.today(clock);
        Worth worth = certificate.worthOn(today);
        if (worth != Worth.GOOD) {
            throw Problem.of(
                            TaxProblems.CERTIFICATE_NOT_IN_FORCE,
                            "只能撤销尚未使用且有效的清税证明。",
                            "Only an unused certificate in force can be revoked.")
                    .with("state", worth.name());
        }
        Certificate revoked = certificate.become(Certificate.State.REVOKED, reason, clock.instant());
        certificates.save(revoked);
        ClearanceRequest request = requests.find(certificate.changeId()).orElseThrow();
        receipts.give(new ClearanceRevoked(certificate.changeId(), id, TaxEvent.OFFICER_DECISION), request.cause());
        if (needed(revoked, today)) {
            clearance.leaveToOfficer(request, receipts);
        }
        return revoked;
    }

    /** Whether the change has neither another certificate in force nor used one. */
    private boolean needed(Certificate revoked, LocalDate today) {
        return certificates.forChange(revoked.changeId()).stream()
                .filter(other -> !other.id().equals(revoked.id()))
                .map(other -> other.worthOn(today))
                .noneMatch(worth -> worth == Worth.GOOD || worth == Worth.USED);
    }
}
