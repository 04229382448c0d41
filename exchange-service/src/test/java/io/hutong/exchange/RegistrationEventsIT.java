package io.hutong.exchange;

import static io.hutong.exchange.Exchange.permit;
import static io.hutong.exchange.Exchange.send;
import static io.hutong.exchange.Exchange.sendOnceKnown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.exchange.Register.Business;
import io.hutong.identity.DivisionCode;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.RawEvent;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "exchange"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationEventsIT {
    private static final DivisionCode NEIGHBOUR = DivisionCode.of("620721");
    private static Register register;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void open() {
        register = new Register();
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @BeforeEach
    void registered() {
        Exchange.register("HUD-620702", List.of("hud"));
        Exchange.grant("HUD-620702", List.of(Exchange.PERMIT), List.of("620702"));
    }

    @Test
    void a_business_belongs_to_where_it_trades_now_as_well_as_to_where_it_is_registered() {
        Business business = register.opened(NEIGHBOUR, DivisionCode.of("620721100"));
        sendOnceKnown("hud", permit(business.id().value())).then().statusCode(403);
        register.stream.publish(business.id(), Register.moved(business, Register.TOWNSHIP));
        await("the move is known")
                .untilAsserted(
                        () -> send("hud", permit(business.id().value())).then().statusCode(202));
    }

    @Test
    void what_comes_twice_or_in_the_wrong_order_makes_the_same_projection() throws SQLException {
        Business business = Register.business(Register.COUNTY);
        RawEvent opened =
                register.stream.next(business.id(), Register.opening(business, Register.COUNTY, Register.TOWNSHIP));
        RawEvent moved = register.stream.next(business.id(), Register.moved(business, DivisionCode.of("620702101")));
        register.stream.send(opened, opened, moved, opened, moved);
        await("moved").untilAsserted(() -> assertThat(premises(business)).isEqualTo("620702101"));
        assertThat(position(business)).isEqualTo(2);
    }

    @Test
    void a_question_told_twice_is_one_and_a_receipt_for_nothing_of_ours_is_none() throws SQLException {
        Exchange.register("TOWN-620702102", List.of("town"));
        Business business = register.opened();
        RawEvent question = register.ask(business, LocalDate.of(2030, 1, 1));
        register.stream.send(question);
        register.applied(business, "0198f2d0-0000-7000-8000-000000000009");
        await("all read").untilAsserted(() -> assertThat(position(business)).isEqualTo(3));
        assertThat(count(
                        "select count(*) from asked_question where biz_id = ?",
                        business.id().value()))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from event_settlement where event_id = ?",
                        "0198f2d0-0000-7000-8000-000000000009"))
                .isZero();
    }

    @Test
    void what_cannot_be_parsed_goes_to_the_rejected_topic_and_the_next_is_read() {
        Business business = Register.business(Register.COUNTY);
        register.stream.send(new RawEvent(
                business.id().value(), java.util.Map.of("a", "b"), "no event".getBytes(StandardCharsets.UTF_8)));
        register.stream.publish(business.id(), Register.opening(business, Register.COUNTY, Register.TOWNSHIP));
        sendOnceKnown("hud", permit(business.id().value()))
                .then()
                .statusCode(202)
                .body("status", equalTo("accepted"));
        try (TopicReader rejected = TopicReader.of("registration.events.rejected")) {
            await("rejected")
                    .untilAsserted(() -> assertThat(rejected.of(business.id()))
                            .anySatisfy(event ->
                                    assertThat(event.header("rejectedby")).isEqualTo("exchange")));
        }
    }

    private String premises(Business business) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select premises from business where biz_id = ?")) {
            query.setString(1, business.id().value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private long position(Business business) throws SQLException {
        return count(
                "select coalesce(max(version), 0) from inbox where biz_id = ?",
                business.id().value());
    }

    private long count(String sql, String value) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
