package io.hutong.exchange.intake;

import io.hutong.events.AgencyCode;
import io.hutong.identity.EventId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Everything that agencies stated and the exchange took. */
public interface AcceptedEvents {
    /** What this agency stated before under these ids, by its own id. */
    Map<String, AcceptedEvent> find(AgencyCode agency, Collection<String> ids);

    void add(List<AcceptedEvent> events);

    /** Keeps what a service made of an event, once per service; nothing happens for an event that is not ours. */
    void settle(EventId event, Settlement settlement);
}
