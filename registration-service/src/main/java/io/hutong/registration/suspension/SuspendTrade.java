package io.hutong.registration.suspension;

import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.RegistrationEvent.Suspended;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TrackedChange.Subject;
import io.hutong.registration.register.Amendment;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.FactRules;
import io.hutong.registration.register.FactText;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterLog;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.Registered;
import io.hutong.registration.register.StatePatch;
import io.hutong.registration.register.Suspension;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that trade is suspended for a term (歇业, Administrative Regulations art. 30). */
@ApplicationScoped
public class SuspendTrade {
    /** The term and where documents reach the business meanwhile. */
    public record Command(
            BizId bizId,
            long expectedVersion,
            LocalDate until,
            Address serviceAddress,
            String reason,
            @Nullable LocalDate effectiveOn,
            Origin origin) {}

    private final Register register;
    private final FactRules rules;
    private final RegisterTime time;
    private final RegisterLog log;
    private final SuspensionTerm term;

    public SuspendTrade(Register register, FactRules rules, RegisterTime time, RegisterLog log, SuspensionTerm term) {
        this.register = register;
        this.rules = rules;
        this.time = time;
        this.log = log;
        this.term = term;
    }

    @Transactional
    public Registered handle(Command command) {
        Business business = register.lock(command.bizId(), command.expectedVersion())
                .require(BusinessStatus.ACTIVE)
                .outsideSeparateRegister();
        LocalDate from = register.effectiveOn(business, command.effectiveOn());
        FactRules.refuse(defects(command, from));
        ChangeId id = time.newChangeId();
        var suspension = new Suspension(from, command.until(), command.serviceAddress(), command.reason());
        var amendment = new Amendment(
                new Subject(id, business.id(), ChangeKind.SUSPENSION, null, null),
                from,
                StatePatch.suspended(suspension),
                new Suspended(
                        id, business.particulars().uscc(), command.until(), command.serviceAddress(), command.reason()),
                command.origin());
        return new Registered(register.register(business, amendment), id);
    }

    private List<Violation> defects(Command command, LocalDate from) {
        List<Violation> found = new ArrayList<>();
        rules.checkAddress(command.serviceAddress(), "/serviceAddress", found);
        FactRules.checkDay(command.until(), "/until", found);
        if (!command.until().isAfter(from)) {
            found.add(new Violation("/until", "date.order", "歇业截止日应晚于开始日", "the term ends after it begins"));
        }
        LocalDate latest = term.latestEnd(log.of(command.bizId()), from, time.today());
        if (command.until().isAfter(latest)) {
            int years = term.years(time.today());
            found.add(new Violation(
                    "/until",
                    "suspension.too-long",
                    "历次歇业合计不得超过 " + years + " 年，本次最晚至 " + latest,
                    "all suspensions together last no longer than " + years + " years, this one until " + latest
                            + " at the latest"));
        }
        FactText.REASON.check(command.reason(), "/reason", found);
        return found;
    }
}
