package io.hutong.exchange.agency;

import io.hutong.events.AgencyCode;
import io.hutong.exchange.agency.AgencyChange.What;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.web.Preconditions;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers an agency or changes its profile; it takes effect with the commit and is recorded with who did it. */
@ApplicationScoped
public class KeepAgency {
    private final Agencies agencies;
    private final AgencyChanges changes;
    private final Clock clock;

    KeepAgency(Agencies agencies, AgencyChanges changes, Clock clock) {
        this.agencies = agencies;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What the administrator wants.
     *
     * @param ifMatch the version that the administrator saw; not needed for an agency that is new
     */
    public record Command(
            AgencyCode code,
            AgencyProfile profile,
            @Nullable String ifMatch,
            String who) {}

    @Transactional
    public RegisteredAgency handle(Command command) {
        Optional<RegisteredAgency> present = agencies.lock(command.code());
        if (present.isPresent() || command.ifMatch() != null) {
            long current = present.map(RegisteredAgency::version).orElse(0L);
            Preconditions.check(Preconditions.requireVersion(command.ifMatch()), current);
        }
        refuseClientsOfOthers(command);
        return present.map(agency -> change(agency, command)).orElseGet(() -> register(command));
    }

    private RegisteredAgency register(Command command) {
        var agency = new RegisteredAgency(command.code(), command.profile(), 1, Grants.none());
        agencies.add(agency);
        changes.append(new AgencyChange(agency.code(), clock.instant(), command.who(), What.REGISTERED, null, agency));
        return agency;
    }

    private RegisteredAgency change(RegisteredAgency before, Command command) {
        if (before.profile().equals(command.profile())) {
            return before;
        }
        RegisteredAgency after = before.with(command.profile());
        agencies.replace(after);
        changes.append(new AgencyChange(before.code(), clock.instant(), command.who(), What.PROFILE, before, after));
        return after;
    }

    private void refuseClientsOfOthers(Command command) {
        if (!agencies.takenBySomebodyElse(command.code(), command.profile().clients())
                .isEmpty()) {
            throw Problem.of(ExchangeProblems.CLIENT_TAKEN, "同一客户端只能代表一个部门。", "One client speaks for one agency only.");
        }
    }
}
