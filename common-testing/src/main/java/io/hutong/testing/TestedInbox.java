package io.hutong.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.hutong.identity.BizId;
import java.time.Duration;
import java.util.Map;

/**
 * An inbox of the service under test as everybody else sees it: how far it came, what it parked, and what can happen to it.
 * {@code name} is that of its configuration, {@code source} the service it reads.
 */
public record TestedInbox(TestDatabase database, String service, String name, String source) {

    /** Waits until it has taken a business up to this version. */
    public void awaits(BizId bizId, long version) {
        await("version " + version + " of a business is taken")
                .atMost(Duration.ofSeconds(30))
                .until(() -> position(bizId) == version);
    }

    /** The last version taken of a business; 0 for none. */
    public long position(BizId bizId) {
        return database.number(
                "select coalesce(max(version), 0) from inbox where source = ? and biz_id = ?",
                "/" + source,
                bizId.value());
    }

    /** Waits until so many events of a business are parked. */
    public void parks(BizId bizId, int events) {
        await("the business is parked")
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.number(
                                "select count(*) from parked_event where source = ? and biz_id = ?",
                                "/" + source,
                                bizId.value())
                        == events);
    }

    /** Leaves out the event for which a business is parked, as the coordinating office does once it is. */
    public void skips(BizId bizId) {
        await("the event is skipped")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().header("Authorization", "Bearer " + TestTokens.of("operator"))
                        .contentType("application/json")
                        .body(Map.of("reason", "cannot be read"))
                        .post("/messaging/parked/" + name + "/" + bizId.value() + "/skip")
                        .then()
                        .statusCode(200));
    }

    /** What was made for this business so far can be fetched from the source from now on; needs {@link SourceLogs}. */
    public void canFetch(StreamFixture stream, BizId bizId) {
        SourceLogs.serve(name, stream, bizId);
    }

    /** The source has lost what was made for this business so far, and knows how much it was; needs {@link SourceLogs}. */
    public void cannotFetch(StreamFixture stream, BizId bizId) {
        SourceLogs.lose(name, stream, bizId);
    }

    /** The source's own log names what was made for this business so far; needs {@link SourceLogs}. */
    public void isBehind(StreamFixture stream, BizId bizId) {
        SourceLogs.name(name, stream, bizId);
    }

    /** Takes an event of this business as if it had crashed between commit and acknowledgement. */
    public void crashesBehind(BizId bizId, Runnable sending) {
        new LostOffset(database, service + "." + name, "/" + source, source + ".events").of(bizId, sending);
    }
}
