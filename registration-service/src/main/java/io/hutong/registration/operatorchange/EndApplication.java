package io.hutong.registration.operatorchange;

import io.hutong.events.RegistrationEvent.ApplicationWithdrawn;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.duty.TrackedChanges;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.registration.register.Applications;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.FactText;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterTime;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Ends an operator change that is not registered yet: at the applicants' wish, or because its ground is gone. */
@ApplicationScoped
public class EndApplication implements Applications {
    private final Register register;
    private final TrackedChanges changes;
    private final OperatorChanges operatorChanges;
    private final RegisterTime time;

    public EndApplication(
            Register register, TrackedChanges changes, OperatorChanges operatorChanges, RegisterTime time) {
        this.register = register;
        this.changes = changes;
        this.operatorChanges = operatorChanges;
        this.time = time;
    }

    /** Withdraws the application; 409 once it is registered or ended. */
    @Transactional
    public Business withdraw(ChangeId id, String reason, Origin origin) {
        List<Violation> defects = new ArrayList<>();
        FactText.REASON.check(reason, "/reason", defects);
        FactRules.refuse(defects);
        BizId bizId = changes.businessOf(id).orElseThrow(EndApplication::unknown);
        Business business = register.lock(bizId);
        TrackedChange application = changes.find(id).orElseThrow(EndApplication::unknown);
        if (!application.waiting()) {
            throw Problem.of(
                            RegistrationProblems.NOT_WITHDRAWABLE,
                            "只有等待清税或等待条件满足的申请可以撤回；已登记的变更只能撤销。",
                            "Only an application that waits for clearance or for its conditions can be withdrawn; what is"
                                    + " registered is annulled.")
                    .with("state", application.state().name());
        }
        return end(business, application, reason, origin);
    }

    /** Ends what waits at this business, if anything does; the stream is locked already. */
    @Override
    public Business groundGone(Business business, String reason, Origin origin) {
        return changes.waiting(business.id())
                .map(application -> end(business, application, reason, origin))
                .orElse(business);
    }

    private Business end(Business business, TrackedChange application, String reason, Origin origin) {
        ChangeId id = application.changeId();
        changes.save(application.withdrawn(reason, time.now()));
        operatorChanges.close(id);
        return register.announce(
                business, new ApplicationWithdrawn(id, business.particulars().uscc(), reason), origin);
    }

    private static Problem unknown() {
        return Problem.of(CommonProblems.NOT_FOUND, "没有这项变更。", "There is no such change.");
    }
}
