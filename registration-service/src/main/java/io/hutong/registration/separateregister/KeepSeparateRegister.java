package io.hutong.registration.separateregister;

import io.hutong.events.BusinessStatus;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.SeparateRegisterDue;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.RestoredToRegister;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Businesses;
import io.hutong.registration.register.ListingGrounds;
import io.hutong.registration.register.Register;
import io.hutong.registration.register.RegisterTime;
import io.hutong.registration.register.SeparateRegister.Term;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Puts a business into the separate register when credit states that it has been on the abnormal list for two years, and
 * restores it when it has left the list (Order 103 art. 32-33). Of a business that has ended this is noted and stated to nobody.
 * Runs in the transaction of the inbox.
 */
@ApplicationScoped
public class KeepSeparateRegister {
    private final Register register;
    private final Businesses businesses;
    private final ListingGrounds grounds;
    private final RegisterTime time;

    public KeepSeparateRegister(Register register, Businesses businesses, ListingGrounds grounds, RegisterTime time) {
        this.register = register;
        this.businesses = businesses;
        this.grounds = grounds;
        this.time = time;
    }

    /** Another entry that becomes due changes nothing; nor does a removal while an entry keeps the business on the list. */
    public void handle(BizId bizId, CreditEvent event, EventId cause) {
        if (event instanceof SeparateRegisterDue due) {
            enter(register.lock(bizId), due, cause);
        } else if (event instanceof AbnormalRemoved removed && !removed.stillListed()) {
            leave(register.lock(bizId), cause);
        }
    }

    private void enter(Business business, SeparateRegisterDue due, EventId cause) {
        if (business.separate().present().isPresent()) {
            return;
        }
        var term = new Term(
                time.today(),
                due.entryId(),
                grounds.of(business.id(), due.entryId()).orElse(null),
                time.now(),
                null);
        Business after = business.separated(business.separate().entered(term));
        businesses.save(after);
        after.inSeparateRegister().ifPresent(entered -> state(after, entered, entered.statement(uscc(after)), cause));
    }

    private void leave(Business business, EventId cause) {
        business.separate().present().ifPresent(term -> {
            Business after = business.separated(business.separate().left(time.today(), time.now()));
            businesses.save(after);
            if (business.status() == BusinessStatus.SEPARATE_REGISTER) {
                state(
                        after,
                        term,
                        new RestoredToRegister(uscc(after), term.since(), time.today(), after.status()),
                        cause);
            }
        });
    }

    private void state(Business business, Term term, RegistrationEvent event, EventId cause) {
        register.state(business, event, term.entryId().uuid(), cause);
    }

    private static UnifiedSocialCreditCode uscc(Business business) {
        return business.particulars().uscc();
    }
}
