package io.hutong.systemtests.agencies.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Deed;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.agencies.party.Medium;
import io.hutong.systemtests.load.Api;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/** The township is asked whether premises exist, and answers in every way that is wrong. */
final class TownshipCases implements Runnable {
    private static final String TOWN = "TOWN-620702102";

    private final Scene scene;
    private final Promises promises;
    private final DueDays dueDays;
    private final Medium medium;

    TownshipCases(Scene scene, Promises promises, Medium medium) {
        this.scene = scene;
        this.promises = promises;
        this.dueDays = new DueDays(scene.target());
        this.medium = medium;
    }

    /** A question about premises: of which business, under which id. */
    private record Asked(String bizId, String question) {}

    @Override
    public void run() {
        keep("answers", this::answers);
        keep("TWICE", this::twice);
        keep("LATE", this::late);
        keep("WRONG_CODE", this::wrongCode);
        keep("WRONG_SCHEMA", this::wrongSchema);
        keep("NO_ANSWER", this::noAnswer);
    }

    private void keep(String fault, Promises.Story story) {
        promises.keep("township, " + medium + ", " + fault, story);
    }

    private Conduct behaving(Fault... faults) throws Exception {
        Conduct conduct = Conduct.with(faults).by(medium);
        scene.behave(TOWN, conduct);
        return conduct;
    }

    private String answers() throws Exception {
        Conduct conduct = behaving();
        Asked asked = ask();
        JsonNode answered = answered(asked, false);
        Deed deed = scene.deed(TOWN, asked.question(), conduct);
        Promises.same("replies", "[TAKEN]", deed.replies().toString());
        settled(deed);
        return answered.path("answer").path("result").asText() + " by " + TOWN + ", in time";
    }

    private String twice() throws Exception {
        Conduct conduct = behaving(Fault.TWICE);
        Asked asked = ask();
        answered(asked, false);
        Deed deed = scene.deed(TOWN, asked.question(), conduct);
        String refused = medium == Medium.HTTP ? "409 question-answered" : "question-answered line 4";
        Promises.same(
                "replies", "[TAKEN, DUPLICATE, " + refused + "]", deed.replies().toString());
        Promises.same(
                "the duplicate's event",
                deed.replies().get(0).name(),
                deed.replies().get(1).name());
        settled(deed);
        Promises.same("questions about the premises", 1, verifications(asked).size());
        Promises.same(
                "events under another id",
                0,
                events("answer-" + asked.question() + "-again").size());
        return deed.replies() + ", once in the register";
    }

    private String late() throws Exception {
        Conduct conduct = behaving(Fault.LATE);
        Asked asked = ask();
        Scene.await("the township is asked", () -> open(asked), found -> !found.isMissingNode());
        Thread.sleep(Scene.LOOKS.multipliedBy(3).toMillis());
        Promises.same("answers before the day", List.of(), scene.deeds(TOWN, asked.question(), conduct));
        Promises.same("state", "OPEN", verification(asked).path("state").asText());
        dueDays.pass(asked.question());
        answered(asked, true);
        return "waited while in time, then taken and marked late at the exchange and in the register";
    }

    private String wrongCode() throws Exception {
        Conduct conduct = behaving(Fault.WRONG_CODE);
        Asked asked = ask();
        Deed deed = scene.deed(TOWN, asked.question(), conduct);
        String refused =
                medium == Medium.HTTP ? "[403 foreign-source, 422 unknown-question]" : "[unknown-question line 2]";
        Promises.same("replies", refused, deed.replies().toString());
        return refused + healed(asked);
    }

    private String wrongSchema() throws Exception {
        Conduct conduct = behaving(Fault.WRONG_SCHEMA);
        Asked asked = ask();
        Deed deed = scene.deed(TOWN, asked.question(), conduct);
        String refused = medium == Medium.HTTP
                ? "[422 invalid-request /data/result /data/resultOld]"
                : "[invalid-request line 2]";
        Promises.same("replies", refused, deed.replies().toString());
        return refused + healed(asked);
    }

    private String noAnswer() throws Exception {
        Conduct conduct = behaving(Fault.NO_ANSWER);
        Asked asked = ask();
        Deed deed = scene.deed(TOWN, asked.question(), conduct);
        Promises.same("replies", List.of(), deed.replies());
        LocalDate lastDay = dueDays.pass(asked.question());
        JsonNode seen = verification(asked);
        Promises.same("state", "OPEN", seen.path("state").asText());
        Promises.same("who must act", "TOWN", seen.path("askedOf").asText());
        Promises.same("the last day", lastDay.toString(), seen.path("dueOn").asText());
        Promises.same(
                "the day at the exchange",
                lastDay.toString(),
                open(asked).path("dueOn").asText());
        behaving();
        answered(asked, true);
        return "open, overdue since " + lastDay + ", TOWN must act, asked at "
                + seen.path("askedAt").asText() + "; answered late in the end";
    }

    /** After a wrong answer the question stands as it was, and the right one is taken. */
    private String healed(Asked asked) throws Exception {
        Promises.same("state", "OPEN", verification(asked).path("state").asText());
        behaving();
        answered(asked, false);
        return ", open until answered right";
    }

    private Asked ask() throws InterruptedException {
        String bizId = scene.open().bizId();
        Api.Answer asked = scene.register()
                .post("/businesses/" + bizId + "/premises-verifications", JsonNodeFactory.instance.objectNode(), null);
        return new Asked(bizId, Scene.good(asked).path("questionId").asText());
    }

    /** What the register and the exchange show once there is an answer. */
    private JsonNode answered(Asked asked, boolean late) throws Exception {
        JsonNode seen = Scene.await(
                "the answer in the register",
                () -> verification(asked),
                verification -> verification.path("state").asText().equals("ANSWERED"));
        JsonNode answer = seen.path("answer");
        Promises.same("result", "VERIFIED", answer.path("result").asText());
        Promises.same("answered by", TOWN, answer.path("by").asText());
        JsonNode event = events("answer-" + asked.question()).path(0);
        Promises.same(
                "the question at the exchange",
                asked.question(),
                event.path("answers").asText());
        Promises.same("late at the exchange", late, event.path("late").asBoolean());
        Promises.same("late in the register", late, answer.path("late").asBoolean());
        return seen;
    }

    private JsonNode verification(Asked asked) throws InterruptedException {
        return verifications(asked).path(0);
    }

    private JsonNode verifications(Asked asked) throws InterruptedException {
        return Scene.good(scene.register().get("/businesses/" + asked.bizId() + "/premises-verifications"))
                .path("items");
    }

    /** The question as the exchange shows it to the township while it is open. */
    private JsonNode open(Asked asked) throws InterruptedException {
        JsonNode page = Scene.good(scene.target().exchange("town").get("/questions?limit=200&state=open"));
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(question -> question.path("id").asText().equals(asked.question()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private JsonNode events(String id) throws InterruptedException {
        return Scene.good(scene.target().exchange("town").get("/events?id=" + id))
                .path("items");
    }

    private void settled(Deed deed) throws Exception {
        String event = deed.replies().get(0).name();
        JsonNode trace = Scene.await(
                "the register's receipt",
                () -> Scene.good(scene.target().exchange("town").get("/events/" + event)),
                seen -> !seen.path("settlements").isEmpty());
        Promises.same(
                "the register's receipt",
                "APPLIED",
                trace.path("settlements").path(0).path("outcome").asText());
    }
}
