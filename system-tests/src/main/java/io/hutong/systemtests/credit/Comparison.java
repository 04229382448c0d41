package io.hutong.systemtests.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hutong.systemtests.load.Api;

/** What a platform shows against what it should, compared by the credit service from beginning to end. */
public final class Comparison {
    private static final long LOOK_AGAIN_MILLIS = 200;

    private Comparison() {}

    /** The run when it has ended, as the service tells of it. */
    public static JsonNode with(Api officer, String platform) throws InterruptedException {
        JsonNode run = officer.post(
                        "/platforms/" + platform + "/reconciliations", JsonNodeFactory.instance.objectNode(), null)
                .body();
        while (run.path("state").asText().equals("RUNNING")) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            run = officer.get("/reconciliations/" + run.path("runId").asText()).body();
        }
        return run;
    }
}
