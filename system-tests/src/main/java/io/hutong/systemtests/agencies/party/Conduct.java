package io.hutong.systemtests.agencies.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a party behaves at present.
 *
 * @param delay of what is late; zero: an answer waits until its last day is over
 */
public record Conduct(Set<Fault> faults, Duration delay, Medium medium) {
    /** In time, once, right, by HTTP. */
    public static final Conduct GOOD = new Conduct(Set.of(), Duration.ZERO, Medium.HTTP);

    private static final Set<String> MEMBERS = Set.of("faults", "delaySeconds", "medium");

    public Conduct {
        faults = Set.copyOf(faults);
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delaySeconds is not negative");
        }
    }

    public static Conduct with(Fault... faults) {
        return new Conduct(Set.of(faults), Duration.ZERO, Medium.HTTP);
    }

    public Conduct by(Medium other) {
        return new Conduct(faults, delay, other);
    }

    public Conduct after(Duration other) {
        return new Conduct(faults, other, medium);
    }

    public boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** What is sent instead of a message; nothing but time is made of lateness. */
    public <M extends Message<M>> List<M> sent(M message) {
        if (has(Fault.NO_ANSWER)) {
            return List.of();
        }
        List<M> once = new ArrayList<>();
        if (has(Fault.WRONG_CODE)) {
            once.addAll(message.withWrongCodes());
        }
        if (has(Fault.WRONG_SCHEMA)) {
            once.add(message.withWrongSchema());
        }
        if (once.isEmpty()) {
            once.add(message);
        }
        return has(Fault.TWICE)
                ? once.stream()
                        .flatMap(one -> List.of(one, one, one.renewed()).stream())
                        .toList()
                : once;
    }

    /** Reads {@code {"faults": ["LATE"], "delaySeconds": 2, "medium": "FILE"}}; what is not named is good. */
    public static Conduct of(JsonNode json) {
        JsonNode named = json.path("faults");
        if (!json.isObject() || !(named.isMissingNode() || named.isArray())) {
            throw new IllegalArgumentException("a conduct is a JSON object, faults a list");
        }
        json.fieldNames().forEachRemaining(Conduct::refuseUnknown);
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        named.forEach(name -> faults.add(Fault.valueOf(name.asText())));
        return new Conduct(
                faults,
                Duration.ofMillis(Math.round(json.path("delaySeconds").asDouble() * 1000)),
                Medium.valueOf(json.path("medium").asText(Medium.HTTP.name())));
    }

    private static void refuseUnknown(String member) {
        if (!MEMBERS.contains(member)) {
            throw new IllegalArgumentException("a conduct has " + MEMBERS + ", not " + member);
        }
    }

    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        faults.stream().sorted().forEach(fault -> json.withArray("faults").add(fault.name()));
        return json.put("delaySeconds", delay.toMillis() / 1000.0).put("medium", medium.name());
    }
}
