package io.hutong.tax;

import static io.hutong.tax.ArrearsDesk.PAID;
import static io.hutong.tax.ArrearsDesk.announced;
import static io.hutong.tax.ArrearsDesk.line;
import static io.hutong.tax.ArrearsDesk.posts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.tax.Register.Business;
import io.hutong.testing.BrokenCommand;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A command on announced arrears that dies on its way is done completely or not at all, and once when it is sent again. */
@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrearsDeathsIT {
    private static final String RECORDED = "select count(*) from arrears_announcement where biz_id = ?";

    /** What is asked, how many rows it leaves, and how many events the business has then. */
    enum Act {
        ANNOUNCEMENT(RECORDED, 1) {
            @Override
            Asked of(Business business) {
                return new Asked("/arrears-announcements", line(business, Map.of()));
            }
        },
        CLEARANCE(RECORDED + " and clear_reason = 'PAID'", 2) {
            @Override
            Asked of(Business business) {
                return new Asked(
                        "/arrears-announcements/" + announced(line(business, Map.of())) + "/clearances",
                        Map.of("reason", "PAID", "clearedOn", PAID.toString()));
            }
        };

        final String written;
        final int events;

        Act(String written, int events) {
            this.written = written;
            this.events = events;
        }

        abstract Asked of(Business business);
    }

    record Asked(String path, Map<String, Object> body) {}

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static ArrearsDesk desk;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        desk = new ArrearsDesk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void what_dies_between_its_record_and_its_event_leaves_nothing_and_is_done_once_when_sent_again(Act act) {
        Business business = desk.known();
        Asked asked = act.of(business);

        Response died = new BrokenCommand(database)
                .of(business.id(), act.written, () -> posts(asked.path(), asked.body(), key));
        died.then().statusCode(503).contentType("application/problem+json");
        assertThat(written(act, business)).isZero();
        assertThat(logged(business)).isEqualTo(act.events - 1);
        assertThat(database.number("select count(*) from idempotency_key where idem_key = ?", key))
                .isZero();

        posts(asked.path(), asked.body(), key).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        isDoneOnce(act, business);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void whoever_loses_the_answer_after_the_commit_gets_it_again_and_nothing_is_done_twice(Act act) throws IOException {
        Business business = desk.known();
        Asked asked = act.of(business);

        sendsAndIsGoneAfterTheCommit(asked);
        isDoneOnce(act, business);

        Response again = posts(asked.path(), asked.body(), key);
        again.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(database.number(
                        act.written + " and id = ?", business.id().value(), again.<String>path("announcementId")))
                .isEqualTo(1);
        isDoneOnce(act, business);
    }

    private void sendsAndIsGoneAfterTheCommit(Asked asked) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoLinger(true, 0); // gone at once, whatever was to be read
            socket.getOutputStream().write(request(asked));
            socket.getOutputStream().flush();
            await("it is committed")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> database.number(
                                    "select count(*) from idempotency_key where idem_key = ? and status = 201", key)
                            == 1);
        }
    }

    private byte[] request(Asked asked) throws JsonProcessingException {
        byte[] body = new ObjectMapper().writeValueAsBytes(asked.body());
        String head = "POST " + asked.path() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TestTokens.of("tax") + "\r\nIdempotency-Key: " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        return (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private void isDoneOnce(Act act, Business business) {
        assertThat(written(act, business)).isEqualTo(1);
        assertThat(logged(business)).isEqualTo(act.events);
        assertThat(desk.stated(business, act.events)).hasSize(act.events);
    }

    private long written(Act act, Business business) {
        return database.number(act.written, business.id().value());
    }

    private long logged(Business business) {
        return database.number(
                "select count(*) from event_log where biz_id = ? and type like 'io.hutong.tax.arrears-%'",
                business.id().value());
    }
}
