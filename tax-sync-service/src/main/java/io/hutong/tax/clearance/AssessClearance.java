package io.hutong.tax.clearance;

import io.hutong.events.Audience;
import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.Sealed;
import io.hutong.events.TaxEvent.ClearanceHeld;
import io.hutong.events.TaxEvent.ClearanceIssued.Basis;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for clearance: a certificate at once when the gate is open, otherwise the classes of what is open,
 * stated again when they change, until the last item is gone (Order 103 art. 18-19).
 */
@ApplicationScoped
public class AssessClearance {
    /** The tenure is clear, but the authority has not said how long such a certificate serves. */
    private static final BlockingItem VALIDITY_NOT_SET =
            new BlockingItem("BLK_CERTIFICATE.VALIDITY_NOT_SET", Block.Class.TAX_INTERNAL, "TAX_OFFICER");

    private final ClearanceRequests requests;
    private final KeepCertificates certificates;
    private final Taxpayers taxpayers;
    private final AssessTenure gate;
    private final EarlierChanges earlier;
    private final Clock clock;

    public AssessClearance(
            ClearanceRequests requests,
            KeepCertificates certificates,
            Taxpayers taxpayers,
            AssessTenure gate,
            EarlierChanges earlier,
            Clock clock) {
        this.requests = requests;
        this.certificates = certificates;
        this.taxpayers = taxpayers;
        this.gate = gate;
        this.earlier = earlier;
        this.clock = clock;
    }

    /** Takes a request of market supervision; one that ended, or whose certificate was not used in its time, may be asked again. */
    public void request(ClearanceRequest asked, Receipts receipts) {
        ClearanceRequest known = requests.find(asked.changeId()).orElse(null);
        if (known == null) {
            requests.add(asked);
        } else if (known.state() == ClearanceRequest.State.OPEN
                || known.state() == ClearanceRequest.State.ISSUED && !certificates.lapsedBefore(asked)) {
            return;
        } else {
            requests.save(asked);
        }
        assess(asked, receipts);
    }

    public Optional<CertificatePurpose> purposeOf(ChangeId changeId) {
        return requests.find(changeId).map(ClearanceRequest::purpose);
    }

    /** Puts every open request of the business to the gate again. */
    public void reassess(BizId bizId, Receipts receipts) {
        requests.openOf(bizId).stream()
                .filter(request -> !request.leftToOfficer())
                .forEach(request -> assess(request, receipts));
    }

    /** Its certificate was revoked: no other is issued by itself, but only once an officer takes the request up again. */
    void leaveToOfficer(ClearanceRequest request, Receipts receipts) {
        String ruleSet = gate.assess(request.tenureId()).ruleSet();
        hold(
                request.become(ClearanceRequest.State.OPEN, clock.instant()),
                Hold.leftToOfficer(Hold.REVOCATION, ruleSet),
                request.explanation(),
                receipts);
    }

    /** An officer wants it put to the gate again; what was left to them goes on by this. */
    void takeUp(ClearanceRequest request, Receipts receipts) {
        assess(
                request.leftToOfficer() ? request.become(ClearanceRequest.State.OPEN, clock.instant()) : request,
                receipts);
    }

    /** The applicants withdrew: the request ends and an unused certificate is void. */
    public boolean withdraw(ChangeId changeId) {
        ClearanceRequest request = requests.find(changeId).orElse(null);
        if (request == null) {
            return false;
        }
        requests.save(request.become(ClearanceRequest.State.WITHDRAWN, clock.instant()));
        certificates.voidFor(changeId, "application withdrawn");
        return true;
    }

    /** The business left the register or its registration was annulled: nothing is left to clear. */
    public void endAll(BizId bizId, String why) {
        requests.openOf(bizId)
                .forEach(request -> requests.save(request.become(ClearanceRequest.State.WITHDRAWN, clock.instant())));
        certificates.voidAll(bizId, why);
    }

    /** Issues a certificate for a change that is registered already; refused while anything is open. */
    public void replace(ClearanceRequest replacement, Receipts receipts) {
        Assessment assessment = gate.assess(replacement.tenureId());
        if (assessment.basis() == null) {
            throw Problem.of(
                    TaxProblems.TENURE_NOT_CLEAR,
                    "该经营者任期仍有未办结事项，不能开具清税证明。",
                    "The tenure has open items; no certificate can be issued.");
        }
        if (requests.find(replacement.changeId()).isEmpty()) {
            requests.add(replacement);
        }
        issue(replacement, assessment.basis(), assessment, receipts);
    }

    private void assess(ClearanceRequest request, Receipts receipts) {
        Taxpayer taxpayer = taxpayers.require(request.cause().bizId());
        if (!taxpayer.tenureId().equals(request.tenureId())) {
            hold(request, earlier.until(taxpayer.bizId(), request.tenureId()), null, receipts);
            return;
        }
        Assessment assessment = gate.assess(request.tenureId());
        Basis basis = assessment.basis();
        if (basis != null) {
            issue(request, basis, assessment, receipts);
        } else if (assessment.hold() != null) {
            hold(request, assessment.hold(), assessment.explanation(), receipts);
        }
    }

    private void issue(ClearanceRequest request, Basis basis, Assessment assessment, Receipts receipts) {
        if (certificates.issue(request, basis, assessment.ruleSet(), receipts)) {
            requests.save(
                    request.explained(assessment.explanation()).become(ClearanceRequest.State.ISSUED, clock.instant()));
        } else {
            hold(request, Hold.by(VALIDITY_NOT_SET, assessment.ruleSet()), assessment.explanation(), receipts);
        }
    }

    private void hold(ClearanceRequest request, Hold hold, @Nullable String explanation, Receipts receipts) {
        requests.save(request.held(hold, explanation));
        if (hold.saysTheSameAs(request.hold())) {
            return;
        }
        BlockingItem.Items items = hold.items();
        receipts.give(
                new ClearanceHeld(
                        request.changeId(),
                        hold.blocks(),
                        items == null ? null : Sealed.under(request.tenureId(), Audience.TAX_DETAIL, items),
                        hold.ruleSet()),
                request.cause(),
                hold.ruleSet());
    }
}
