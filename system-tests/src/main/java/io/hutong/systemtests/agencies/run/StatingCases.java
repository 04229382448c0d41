package io.hutong.systemtests.agencies.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Deed;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.agencies.party.Medium;
import io.hutong.systemtests.agencies.party.Party;
import io.hutong.systemtests.agencies.party.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** An agency states something about a business on its own: right, and in every way that is wrong. */
final class StatingCases implements Runnable {
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final String PERMIT = "io.hutong.exchange.permit-granted.v1";

    private final Scene scene;
    private final Promises promises;
    private final Party party;
    private final String type;
    private final Medium medium;

    StatingCases(Scene scene, Promises promises, String party, Medium medium) {
        this.scene = scene;
        this.promises = promises;
        this.party = scene.simulator().actor(party).party();
        this.type = this.party.says().keySet().iterator().next();
        this.medium = medium;
    }

    @Override
    public void run() {
        keep("states", this::states);
        keep("TWICE", this::twice);
        keep("LATE", this::late);
        keep(
                "WRONG_CODE",
                () -> refused(
                        Fault.WRONG_CODE,
                        medium == Medium.HTTP
                                ? "[403 foreign-source, 422 unknown-business]"
                                : "[unknown-business line 2]"));
        String field =
                Objects.requireNonNull(party.says().get(type)).fieldNames().next();
        keep(
                "WRONG_SCHEMA",
                () -> refused(
                        Fault.WRONG_SCHEMA,
                        medium == Medium.HTTP
                                ? "[422 invalid-request /data/" + field + " /data/" + field + "Old]"
                                : "[invalid-request line 2]"));
        keep("NO_ANSWER", () -> refused(Fault.NO_ANSWER, "[]"));
    }

    private void keep(String fault, Promises.Story story) {
        promises.keep(party.code() + ", " + medium + ", " + fault, story);
    }

    private String states() throws Exception {
        String bizId = scene.open().bizId();
        Deed deed = state(bizId, Conduct.GOOD);
        Promises.same("replies", "[TAKEN]", deed.replies().toString());
        arrived(deed.replies().get(0));
        return "sent on" + shown(bizId, 1);
    }

    private String twice() throws Exception {
        String bizId = scene.open().bizId();
        Deed deed = state(bizId, Conduct.with(Fault.TWICE));
        Promises.same("replies", "[TAKEN, DUPLICATE, TAKEN]", deed.replies().toString());
        List<Reply> replies = deed.replies();
        Promises.same(
                "the duplicate's event", replies.get(0).name(), replies.get(1).name());
        arrived(replies.get(0));
        arrived(replies.get(2));
        return "the same id is one event, another id another" + shown(bizId, 1);
    }

    private String late() throws Exception {
        String bizId = scene.open().bizId();
        Instant before = Clock.systemUTC().instant();
        Deed deed = state(bizId, Conduct.with(Fault.LATE).after(DELAY));
        Promises.same("replies", "[TAKEN]", deed.replies().toString());
        JsonNode trace = arrived(deed.replies().get(0));
        Duration waited =
                Duration.between(before, Instant.parse(trace.path("acceptedAt").asText()));
        Promises.same("later than the delay", true, waited.compareTo(DELAY) >= 0);
        return "taken all the same" + shown(bizId, 1);
    }

    private String refused(Fault fault, String replies) throws Exception {
        String bizId = scene.open().bizId();
        Deed deed = state(bizId, Conduct.with(fault));
        Promises.same("replies", replies, deed.replies().toString());
        return replies + shown(bizId, 0);
    }

    private Deed state(String bizId, Conduct conduct) throws Exception {
        known(bizId);
        scene.behave(party.code(), conduct.by(medium));
        return scene.simulator().state(party.code(), type, bizId);
    }

    /** The exchange follows the register a moment later. */
    private void known(String bizId) throws Exception {
        scene.behave(party.code(), Conduct.with(Fault.WRONG_SCHEMA));
        Scene.await(
                "the exchange knows the business",
                () -> scene.simulator()
                        .state(party.code(), type, bizId)
                        .replies()
                        .get(0)
                        .code(),
                code -> code.equals("invalid-request"));
    }

    /** The broker has it, and the register has said what it makes of a permit. */
    private JsonNode arrived(Reply reply) throws Exception {
        String client = Objects.requireNonNull(party.client());
        JsonNode trace = Scene.await(
                "event " + reply.id() + " arrives",
                () -> Scene.good(scene.target().exchange(client).get("/events/" + reply.name())),
                seen -> seen.path("sent").asBoolean()
                        && (!type.equals(PERMIT) || !seen.path("settlements").isEmpty()));
        for (JsonNode settlement : trace.path("settlements")) {
            Promises.same("receipt", "APPLIED", settlement.path("outcome").asText());
        }
        return trace;
    }

    private String shown(String bizId, int permits) throws InterruptedException {
        if (!type.equals(PERMIT)) {
            return "";
        }
        JsonNode shown =
                Scene.good(scene.register().get("/businesses/" + bizId)).path("permits");
        Promises.same("permits in the register", permits, shown.size());
        return permits == 0 ? ", nothing in the register" : ", once in the register";
    }
}
