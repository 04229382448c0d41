package io.hutong.exchange.agency;

import io.hutong.events.AgencyCode;
import io.hutong.exchange.agency.AgencyChange.What;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Replaces what an agency may state. The next event that comes in is judged by it. */
@ApplicationScoped
public class GrantEvents {
    private final Agencies agencies;
    private final AgencyChanges changes;
    private final Clock clock;

    GrantEvents(Agencies agencies, AgencyChanges changes, Clock clock) {
        this.agencies = agencies;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What the administrator wants.
     *
     * @param version of the grants that the administrator saw; 0 before the first
     */
    public record Command(AgencyCode code, List<Grant> grants, long version, String who) {}

    @Transactional
    public RegisteredAgency handle(Command command) {
        RegisteredAgency before = agencies.lock(command.code()).orElseThrow(ExchangeProblems::notFound);
        Preconditions.check(command.version(), before.grants().version());
        RegisteredAgency after = before.with(before.grants().replacedBy(command.grants()));
        agencies.replace(after);
        changes.append(new AgencyChange(before.code(), clock.instant(), command.who(), What.GRANTS, before, after));
        return after;
    }
}
