package io.hutong.tax.clearance;

import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ClearanceRefused;
import io.hutong.events.TaxEvent.ClearanceRevoked;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.Outbox;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * What an officer decides about clearance: to refuse a certificate, to revoke one (Order 103 art. 18). The officer's words
 * stay at tax: who reads the event learns that it was an officer's decision, never why.
 */
@ApplicationScoped
public class DecideClearance {
    private final ClearanceRequests requests;
    private final Certificates certificates;
    private final Outbox outbox;
    private final Clock clock;

    public DecideClearance(ClearanceRequests requests, Certificates certificates, Outbox outbox, Clock clock) {
        this.requests = requests;
        this.certificates = certificates;
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

    /** A used certificate cannot be revoked: the change it served has taken effect. */
    @Transactional
    public Certificate revoke(CertificateId id, String reason) {
        BizId bizId = certificates.businessOf(id).orElseThrow(TaxProblems::notFound);
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        Certificate certificate = certificates.find(id).orElseThrow();
        if (certificate.state() != Certificate.State.ISSUED) {
            throw Problem.of(
                            TaxProblems.CERTIFICATE_NOT_IN_FORCE,
                            "只能撤销尚未使用且有效的清税证明。",
                            "Only an unused certificate in force can be revoked.")
                    .with("state", certificate.state().name());
        }
        Certificate revoked = certificate.become(Certificate.State.REVOKED, reason, clock.instant());
        certificates.save(revoked);
        ClearanceRequest request = requests.find(certificate.changeId()).orElseThrow();
        requests.save(request.become(ClearanceRequest.State.REVOKED, clock.instant()));
        receipts.give(new ClearanceRevoked(certificate.changeId(), id, TaxEvent.OFFICER_DECISION), request.cause());
        return revoked;
    }
}
