package io.hutong.exchange.agency;

import io.hutong.events.AgencyCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The agencies at the exchange. */
public interface Agencies {
    Optional<RegisteredAgency> find(AgencyCode code);

    /** The same, locked until the transaction ends. */
    Optional<RegisteredAgency> lock(AgencyCode code);

    /** Agencies by code, behind one of them. */
    List<RegisteredAgency> after(@Nullable String code, int limit);

    /** Which of these clients belong to another agency. */
    Set<String> takenBySomebodyElse(AgencyCode code, Set<String> clients);

    void add(RegisteredAgency agency);

    void replace(RegisteredAgency agency);
}
