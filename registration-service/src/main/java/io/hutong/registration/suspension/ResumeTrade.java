package io.hutong.registration.suspension;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.RegistrationEvent.Resumed;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TrackedChange.Subject;
import io.hutong.registration.register.Amendment;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.Registered;
import io.hutong.registration.register.StatePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Registers that trade is resumed, by declaration or because the term is over (Administrative Regulations art. 30). */
@ApplicationScoped
public class ResumeTrade {
    /** The declaration. */
    public record Command(
            BizId bizId, long expectedVersion, @Nullable LocalDate effectiveOn, Origin origin) {}

    private final Register register;
    private final RegisterTime time;

    public ResumeTrade(Register register, RegisterTime time) {
        this.register = register;
        this.time = time;
    }

    @Transactional
    public Registered handle(Command command) {
        Business business =
                register.lock(command.bizId(), command.expectedVersion()).require(BusinessStatus.SUSPENDED);
        return resume(business, register.effectiveOn(business, command.effectiveOn()), command.origin(), false);
    }

    /** Ends a term that is over; does nothing if the business was resumed meanwhile. */
    @Transactional
    public void atEndOfTerm(BizId bizId, Origin origin) {
        Business business = register.lock(bizId);
        var suspension = business.state().suspension();
        if (suspension != null && suspension.until().isBefore(time.today())) {
            resume(business, register.effectiveOn(business, null), origin, true);
        }
    }

    private Registered resume(Business business, LocalDate on, Origin origin, boolean automatic) {
        ChangeId id = time.newChangeId();
        var amendment = new Amendment(
                new Subject(id, business.id(), ChangeKind.RESUMPTION, null, null),
                on,
                StatePatch.status(BusinessStatus.ACTIVE),
                new Resumed(id, business.particulars().uscc(), automatic),
                origin);
        return new Registered(register.register(business, amendment), id);
    }
}
