package io.hutong.registration.deregistration;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.DeregistrationProcedure;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TrackedChange.Subject;
import io.hutong.registration.problem.RegistrationProblems;
import io.hutong.registration.register.Amendment;
import io.hutong.registration.register.Applications;
import io.hutong.registration.register.AuthorityRestrictions;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.CreditRestrictions;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.FactText;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.Registered;
import io.hutong.registration.register.StatePatch;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a business off the register (注销, Order 103 art. 29-31); what waited for registration falls with it. */
@ApplicationScoped
public class DeregisterBusiness {
    /** The application of the business. */
    public record Command(
            BizId bizId,
            long expectedVersion,
            String reason,
            @Nullable CertificateId certificateId,
            DeregistrationProcedure procedure,
            @Nullable LocalDate effectiveOn,
            Origin origin) {}

    private final Register register;
    private final Applications applications;
    private final CreditRestrictions credit;
    private final AuthorityRestrictions authorities;
    private final RegisterTime time;

    public DeregisterBusiness(
            Register register,
            Applications applications,
            CreditRestrictions credit,
            AuthorityRestrictions authorities,
            RegisterTime time) {
        this.register = register;
        this.applications = applications;
        this.credit = credit;
        this.authorities = authorities;
        this.time = time;
    }

    @Transactional
    public Registered handle(Command command) {
        Business business = register.lock(command.bizId(), command.expectedVersion());
        List<Violation> defects = new ArrayList<>();
        FactText.REASON.check(command.reason(), "/reason", defects);
        if (command.procedure() == DeregistrationProcedure.SIMPLE && command.certificateId() != null) {
            defects.add(new Violation(
                    "/certificateId",
                    "deregistration.certificate",
                    "简易注销不提交清税证明",
                    "a simple deregistration goes without a certificate"));
        }
        FactRules.refuse(defects);
        refuseWhileRestricted(command);
        refuseSimpleWhileListed(command);
        LocalDate on = register.effectiveOn(business, command.effectiveOn());
        Business alone = applications.groundGone(business, "BUSINESS_DEREGISTERED", command.origin());
        ChangeId id = time.newChangeId();
        var amendment = new Amendment(
                new Subject(id, business.id(), ChangeKind.DEREGISTRATION, null, null),
                on,
                StatePatch.status(BusinessStatus.DEREGISTERED),
                new Deregistered(
                        id,
                        business.particulars().uscc(),
                        command.reason(),
                        command.certificateId(),
                        command.procedure()),
                command.origin());
        return new Registered(register.register(alone, amendment), id);
    }

    /** Order 103 art. 29. */
    private void refuseWhileRestricted(Command command) {
        if (authorities.of(command.bizId()).any()) {
            throw Problem.of(
                    RegistrationProblems.RESTRICTED,
                    "该经营主体有未结案件、强制措施、未执行的罚款，或者被冻结、限制登记，解除前不得注销。",
                    "A case, a coercive measure, an unpaid fine, a freeze or a limit of registration stands against the"
                            + " business: it cannot be deregistered before that is lifted.");
        }
    }

    /** Administrative Regulations art. 33; Implementing Rules art. 48. */
    private void refuseSimpleWhileListed(Command command) {
        if (command.procedure() == DeregistrationProcedure.SIMPLE
                && credit.restrictions(command.bizId()).listed()) {
            throw Problem.of(
                    RegistrationProblems.SIMPLE_EXCLUDED,
                    "该经营主体在经营异常名录或者严重违法失信名单中（或者其信用状况尚不明确），不适用简易注销；可移出后再申请，或按普通程序办理。",
                    "The business is on the abnormal or the serious-violation list, or may be; leave it first, or apply in the ordinary procedure.");
        }
    }
}
