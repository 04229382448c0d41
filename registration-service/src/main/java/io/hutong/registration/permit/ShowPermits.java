package io.hutong.registration.permit;

import io.hutong.identity.BizId;
import io.hutong.registration.register.PermitsShown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** Shows the permits of a business beside the register. */
@ApplicationScoped
public class ShowPermits implements PermitsShown {
    private final Permits permits;

    public ShowPermits(Permits permits) {
        this.permits = permits;
    }

    @Override
    @Transactional
    public List<Shown> of(BizId bizId, LocalDate day) {
        return permits.of(bizId).stream().map(permit -> shown(permit, day)).toList();
    }

    private static Shown shown(Permit permit, LocalDate day) {
        Permit.End end = permit.end();
        return new Shown(
                permit.key().permitType(),
                permit.key().permitNo(),
                permit.department(),
                permit.statedBy(),
                permit.term().from(),
                permit.term().to(),
                end == null ? null : end.on(),
                end == null ? null : end.reason().name(),
                permit.standing(day));
    }
}
