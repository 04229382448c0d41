package io.hutong.credit.separateregister;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.ListRules;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.CreditEvent.SeparateRegisterDue;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States once per entry that two years on the abnormal list are over (Order 103 art. 32). */
@ApplicationScoped
public class StateDue {
    private final Businesses businesses;
    private final AbnormalEntries entries;
    private final SeparateRegister register;
    private final ListRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    StateDue(
            Businesses businesses,
            AbnormalEntries entries,
            SeparateRegister register,
            ListRules rules,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.entries = entries;
        this.register = register;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    /** Some that have to be stated, behind that one. */
    @Transactional
    public List<AbnormalEntryId> unstated(@Nullable AbnormalEntryId after, int limit) {
        LocalDate today = time.today();
        return register.unstated(today.minusYears(rules.separateRegisterAfterYears(today)), after, limit);
    }

    /** Those that were stated and still stand. */
    @Transactional
    public List<SeparateRegister.Due> due(@Nullable AbnormalEntryId after, int limit) {
        return register.due(after, limit);
    }

    /** One that was removed or stated in the meantime is left alone. */
    @Transactional
    public void handle(AbnormalEntryId id) {
        outbox.lock(entries.find(id).orElseThrow(CreditProblems::notFound).bizId());
        AbnormalEntry entry = entries.find(id).orElseThrow();
        if (entry.open() && !register.stated(id)) {
            state(entry);
        }
    }

    private void state(AbnormalEntry entry) {
        KnownBusiness business = businesses.find(entry.bizId()).orElseThrow();
        LocalDate today = time.today();
        LocalDate listedOn = entry.listing().on();
        // years end on the day of the same date: due from the day after
        LocalDate dueOn =
                listedOn.plusYears(rules.separateRegisterAfterYears(today)).plusDays(1);
        register.note(entry.id(), dueOn);
        outbox.lock(entry.bizId())
                .append(
                        new SeparateRegisterDue(entry.id(), business.uscc(), listedOn, dueOn),
                        new EventContext(
                                time.now(),
                                dueOn,
                                business.registrar(),
                                entry.id().uuid(),
                                null,
                                rules.version(today)));
    }
}
