package io.hutong.registration;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.testing.RawEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What comes at once, cannot be read, or is told by nobody: each application goes on once, and none is left behind. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionsAgainDisturbedIT extends TransfersUnderWay {
    @Test
    void certificates_and_removals_that_come_at_once_register_each_application_once() {
        List<Affair> affairs = IntStream.range(0, 8).mapToObj(i -> affair()).toList();
        List<AbnormalListed> entries =
                affairs.stream().map(affair -> Credit.unreachable()).toList();
        for (int i = 0; i < affairs.size(); i++) {
            credit.says(affairs.get(i).bizId(), entries.get(i));
        }
        affairs.forEach(affair -> creditInbox()
                .awaits(affair.id(), credit.stream.madeFor(affair.id()).size()));

        CompletableFuture<Void> taxing = runAsync(() ->
                affairs.forEach(affair -> tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()))));
        CompletableFuture<Void> crediting = runAsync(() -> IntStream.range(0, affairs.size())
                .forEach(i -> credit.says(affairs.get(i).bizId(), Credit.removed(entries.get(i)))));
        CompletableFuture.allOf(taxing, crediting).join();

        assertThat(affairs).allSatisfy(affair -> {
            untilState(affair, "REGISTERED");
            assertThat(Collections.frequency(steps(affair), "REGISTERED")).isEqualTo(1);
            changed(affair);
            assertThat(clerk.get("/businesses/" + affair.bizId() + "/history")
                            .jsonPath()
                            .getList("items"))
                    .hasSize(2);
        });
    }

    @Test
    void a_withdrawal_that_waited_for_another_worker_sees_what_that_one_did() throws SQLException {
        Affair affair = affair();
        heldFor(affair, Credit.unreachable());
        try (var worker = database.connect();
                var lock = worker.prepareStatement("select * from stream where biz_id = ? for update");
                var registered = worker.prepareStatement("update tracked_change set state = ? where change_id = ?")) {
            worker.setAutoCommit(false);
            lock.setString(1, affair.bizId());
            lock.execute();
            CompletableFuture<Response> answer = supplyAsync(() ->
                    clerk.post("/operator-changes/" + affair.changeId() + "/withdrawal", Map.of("reason", "不转了")));
            await("the withdrawal waits for the business")
                    .during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> !answer.isDone());
            registered.setString(1, "REGISTERED");
            registered.setString(2, affair.changeId());
            registered.execute();
            worker.commit();

            assertThat(answer.join().statusCode()).isEqualTo(409);
            assertThat(answer.join().<String>path("state")).isEqualTo("REGISTERED");
        }
        assertThat(view(affair).getString("state")).isEqualTo("REGISTERED");
    }

    @Test
    void without_a_removal_which_nobody_could_read_it_waits_until_credit_has_said_who_is_on_the_list() {
        Affair affair = affair();
        AbnormalListed first = Credit.unreachable();
        AbnormalListed second = Credit.withoutReport();
        says(affair, first);
        heldFor(affair, second);
        RawEvent broken = credit.stream
                .next(affair.id(), Credit.removed(first))
                .withBody("{\"entryId\":7}".getBytes(StandardCharsets.UTF_8));
        credit.stream.send(broken);
        creditInbox().parks(affair.id(), 1);
        creditInbox().skips(affair.id());

        await("it is asked again")
                .until(() -> view(affair).getList("conditions.unmet.condition").equals(List.of("C4")));
        JsonPath doubted = view(affair);
        assertThat(doubted.getString("state")).isEqualTo("AWAITING_CONDITIONS");
        assertThat(doubted.getString("conditions.unmet[0].answeredBy")).isEqualTo("AMR_CREDIT");
        assertThat(doubted.getString("conditions.unmet[0].zh")).startsWith("名录情况不明");
        assertThat(turns(doubted)).containsExactly(List.of("LISTED no"));
        assertThat(doubted.getList("openPoints.who", String.class)).containsExactly("AMR_CREDIT");
        assertThat(grounds(affair).getString("conditionsAgain.outcome")).isEqualTo("OPEN");
        assertThat(operator(affair)).isNotEqualTo(affair.heir());

        RawEvent last =
                credit.stream.next(affair.id(), Credit.removed(second)).withHeader("ce_prevdigest", broken.digest());
        credit.stream.send(last);
        untilState(affair, "REGISTERED");
    }

    /** More than one page of the job; one of them cannot be read, another is held by somebody else. */
    @Test
    void what_no_event_tells_is_found_as_time_passes_whatever_becomes_of_one_of_them() throws SQLException {
        List<Affair> affairs = IntStream.range(0, 5).mapToObj(i -> affair()).toList();
        affairs.forEach(affair -> heldFor(affair, Credit.unreachable()));
        Affair unreadable = affairs.get(1);
        Affair taken = affairs.get(3);
        String stored = clearance(unreadable);
        change("update tracked_change set clearance = ? where change_id = ?", "{", unreadable.changeId());
        try (var worker = database.connect();
                var lock = worker.prepareStatement("select * from stream where biz_id = ? for update")) {
            worker.setAutoCommit(false);
            lock.setString(1, taken.bizId());
            lock.execute();
            affairs.forEach(affair ->
                    change("update credit_standing set open_entries = ? where biz_id = ?", "[]", affair.bizId()));
            await("the one that is held is not passed on meanwhile")
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> view(taken).getString("state").equals("AWAITING_CONDITIONS"));
        }
        List.of(affairs.get(0), affairs.get(2), taken, affairs.get(4))
                .forEach(affair -> untilState(affair, "REGISTERED"));
        change("update tracked_change set clearance = ? where change_id = ?", stored, unreadable.changeId());
        untilState(unreadable, "REGISTERED");
    }

    private void change(String sql, String value, String id) {
        try (var connection = database.connect();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, value);
            update.setString(2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String clearance(Affair affair) throws SQLException {
        try (var connection = database.connect();
                var query = connection.prepareStatement("select clearance from tracked_change where change_id = ?")) {
            query.setString(1, affair.changeId());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
