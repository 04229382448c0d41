package io.hutong.registration.operatorchange;

import io.hutong.events.ChangeKind;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.duty.TrackedChange.Subject;
import io.hutong.registration.duty.TrackedChanges;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Takes the request for an operator change: registers it at once where tax follows, or asks tax for clearance first
 * (district notice, measure 3; Order 103 art. 17-19, 27).
 */
@ApplicationScoped
public class RequestOperatorChange {
    /** The request, and the version of the business that the clerk saw. */
    public record Command(OperatorChangeRequest request, long expectedVersion) {}

    /** The business afterwards; {@code registered} is false while tax is waited for. */
    public record Result(Business business, ChangeId changeId, boolean registered) {}

    private final Register register;
    private final OperatorChangeAdmission admission;
    private final RegisterOperator operators;
    private final AskClearance clearance;
    private final TrackedChanges changes;
    private final RegisterTime time;

    public RequestOperatorChange(
            Register register,
            OperatorChangeAdmission admission,
            RegisterOperator operators,
            AskClearance clearance,
            TrackedChanges changes,
            RegisterTime time) {
        this.register = register;
        this.admission = admission;
        this.operators = operators;
        this.clearance = clearance;
        this.changes = changes;
        this.time = time;
    }

    @Transactional
    public Result handle(Command command) {
        OperatorChangeRequest request = command.request();
        Business business = register.lock(request.bizId(), command.expectedVersion());
        admission.requireNonePending(business);
        register.effectiveOn(business, request.effectiveOn());
        Ruling ruling = admission.admit(business, request);
        OperatorChangeRequest ruled = request.from(request.origin().decidedBy(ruling.ruleSet()));
        ChangeId id = time.newChangeId();
        if (ruling.regime() == Regime.PRE_CLEARANCE) {
            return new Result(await(business, id, ruled, ruling), id, false);
        }
        admission.record(id, ruled, ruling);
        Business after = request.kind() == OperatorChangeKind.NAME_ONLY
                ? operators.rename(business, id, ruled)
                : operators.pass(business, id, ruled, RegisterOperator.Passage.POST_SYNC);
        return new Result(after, id, true);
    }

    private Business await(Business business, ChangeId id, OperatorChangeRequest request, Ruling ruling) {
        var subject = new Subject(id, business.id(), ChangeKind.OPERATOR, request.kind(), ruling.regime());
        Instant now = time.now();
        changes.add(TrackedChange.awaitingClearance(subject, clearance.owed(now), now));
        admission.await(id, request, ruling);
        return clearance.handle(business, id, request.origin());
    }
}
