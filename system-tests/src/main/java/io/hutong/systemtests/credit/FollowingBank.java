package io.hutong.systemtests.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.load.Api;
import java.time.Duration;
import java.util.List;

/** A bank that follows businesses: it reads its changes as they come and acknowledges them, after a time of its own. */
public final class FollowingBank implements Runnable, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 500;

    private final Api credit;
    private final Duration slowness;
    private final Thread thread = new Thread(this, "bank");
    private volatile boolean closing;

    public FollowingBank(Api credit, Duration slowness) {
        this.credit = credit;
        this.slowness = slowness;
    }

    /** Follows them and starts to read. */
    public void follow(List<String> codes) throws InterruptedException {
        for (int from = 0; from < codes.size(); from += MOST) {
            ObjectNode body = JSON.createObjectNode().put("purpose", "POST_LOAN");
            codes.subList(from, Math.min(codes.size(), from + MOST)).forEach(body.withArray("uscc")::add);
            Api.Answer answer = credit.post("/subscriptions", body, null);
            if (!answer.accepted()) {
                throw new IllegalStateException("not subscribed: " + answer.body());
            }
        }
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                JsonNode changes =
                        credit.get("/subscriptions/changes?limit=200&wait=2").body();
                JsonNode items = changes.path("items");
                if (!items.isEmpty()) {
                    Thread.sleep(slowness.toMillis());
                    long last = items.get(items.size() - 1).path("number").asLong();
                    credit.post(
                            "/subscriptions/acknowledgement",
                            JSON.createObjectNode().put("upTo", last),
                            null);
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join(Duration.ofSeconds(30).toMillis());
    }
}
