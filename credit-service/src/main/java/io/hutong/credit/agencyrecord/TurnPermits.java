package io.hutong.credit.agencyrecord;

import io.hutong.credit.agencyrecord.Permit.Standing;
import io.hutong.credit.agencyrecord.RecordConsequences.Step;
import io.hutong.credit.business.CreditTime;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of permits what no department says again: that their last day is over, or their first has come (Regulation on Promoting
 * Individual Businesses art. 13).
 */
@ApplicationScoped
public class TurnPermits {
    private final Permits permits;
    private final RecordConsequences consequences;
    private final Outbox outbox;
    private final CreditTime time;

    TurnPermits(Permits permits, RecordConsequences consequences, Outbox outbox, CreditTime time) {
        this.permits = permits;
        this.consequences = consequences;
        this.outbox = outbox;
        this.time = time;
    }

    /** Some that stand otherwise by today, behind that one. */
    @Transactional
    public List<Permits.Id> turned(Permits.@Nullable Id after, int limit) {
        return permits.turned(time.today(), after, limit);
    }

    /** Says so of these; one of which it was said in the meantime is left alone. */
    @Transactional
    public void handle(List<Permits.Id> some) {
        outbox.lockAll(some.stream().map(Permits.Id::bizId).distinct().toList());
        some.forEach(this::one);
    }

    private void one(Permits.Id id) {
        LocalDate today = time.today();
        permits.turnedOn(id, today)
                .ifPresent(day -> permits.find(id.bizId(), id.key()).ifPresent(permit -> {
                    permits.put(id.bizId(), permit, permit.nextChange(today));
                    if (permit.standing(day.minusDays(1)) != permit.standing(today)) {
                        tell(id, permit, today);
                    }
                }));
    }

    private void tell(Permits.Id id, Permit permit, LocalDate today) {
        Permit.End end = permit.end();
        if (end != null && !end.on().isAfter(today)) {
            consequences.permitEnded(id.bizId());
        } else {
            Step step = permit.standing(today) == Standing.EXPIRED ? Step.EXPIRED : Step.IN_FORCE;
            consequences.permit(id.bizId(), permit, step);
        }
    }
}
