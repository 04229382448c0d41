package io.hutong.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.contract.Shape.Part;
import io.hutong.events.DomainEvent;
import io.hutong.events.EligibilityAnswer;
import io.hutong.events.EventTypes;
import io.hutong.events.ExchangeEvent;
import io.hutong.events.Origin;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The examples of agencies' events as the agencies send them: without origin, with sealed fields in clear. */
final class GoldenIntake {
    private static final Map<Class<?>, Record> CLEAR =
            Map.of(EligibilityAnswer.class, new EligibilityAnswer("VETERAN", true));

    private GoldenIntake() {}

    /** The types that agencies may send. */
    static Set<String> types() {
        return EventTypes.all().stream()
                .filter(type -> ExchangeEvent.class.isAssignableFrom(
                        EventTypes.classOf(type).orElseThrow()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static ObjectNode of(String type) {
        DomainEvent event = GoldenEvents.all().stream()
                .filter(golden -> EventTypes.typeOf(golden).equals(type))
                .findFirst()
                .orElseThrow();
        ObjectNode sent = WireJson.of((Record) event);
        for (Part part : Shape.parts(event.getClass())) {
            if (part.type() == Origin.class) {
                sent.remove(part.name());
            } else if (part.sealed()) {
                sent.set(part.name(), WireJson.of(clear(part.type())));
            }
        }
        return sent;
    }

    private static Record clear(Class<?> type) {
        Record sample = CLEAR.get(type);
        if (sample == null) {
            throw new IllegalStateException("no sample of " + type.getName());
        }
        return sample;
    }
}
