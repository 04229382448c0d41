package io.hutong.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangedFacts;
import io.hutong.events.DeregistrationProcedure;
import io.hutong.events.DomainEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Changed;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.testing.StreamFixture;
import io.hutong.testing.TopicReader;
import io.hutong.time.LegalTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Changes that occur seldom, and what the register states of them. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class RareChangesIT {
    private static final LocalDate IN_TWO_YEARS = LocalDate.now(LegalTime.ZONE).plusYears(2);

    private static StreamFixture reader;
    private static TopicReader topic;
    private static Tax tax;

    private final Clerk clerk = Clerk.atTheCounter();
    private final int number = Clerk.number();

    @BeforeAll
    static void open() {
        reader = StreamFixture.of("registration");
        topic = TopicReader.of("registration.events");
        tax = new Tax();
    }

    @AfterAll
    static void close() {
        reader.close();
        topic.close();
        tax.close();
    }

    @Test
    void what_an_operator_of_tax_skipped_is_listed_as_divergent() {
        String bizId = clerk.open(Clerk.aShop(number));
        String opening = clerk.get("/businesses/" + bizId + "/history").path("items[0].changeId");
        tax.says(bizId, new ChangeRefused(ChangeId.of(opening), Reason.SKIPPED, "cannot be read (operator)"));

        JsonPath view = Tax.until(clerk, opening, "TAX_DIVERGENT");
        assertThat(view.getBoolean("divergent")).isTrue();
        assertThat(view.getString("duties[0].reason")).isEqualTo("SKIPPED");
        assertThat(divergent()).contains(opening);
        assertThat(clerk.get("/changes").statusCode()).isEqualTo(422);
    }

    @Test
    void when_tax_released_a_change_is_told_apart_from_when_its_record_followed() {
        String bizId = clerk.open(Clerk.aShop(number));
        String opening = clerk.get("/businesses/" + bizId + "/history").path("items[0].changeId");
        Instant released = Instant.parse("2026-11-24T01:02:03.000004Z");
        tax.says(bizId, Tax.held(opening, Tax.PAY));
        tax.says(bizId, new ChangeCompleted(ChangeId.of(opening), Mode.AFTER_CLEARANCE, 0, released));

        JsonPath view = Tax.until(clerk, opening, "COMPLETED");
        assertThat(view.getString("timeline.find { it.what == 'RELEASED' }.at")).isEqualTo(released.toString());
        assertThat(divergent()).doesNotContain(opening);
    }

    @Test
    void a_business_gives_its_name_up_and_another_may_take_it() {
        String bizId = clerk.open(Clerk.aShop(number));
        Response unnamed = clerk.post("/businesses/" + bizId + "/changes", Map.of("nameRemoved", true), 1);
        assertThat(unnamed.statusCode()).as(unnamed.asString()).isEqualTo(201);

        Changed event = (Changed) event(bizId, 2);
        assertThat(event.before()).isEqualTo(ChangedFacts.of(Clerk.businessName(number), null, null));
        assertThat(event.after()).isEqualTo(new ChangedFacts(null, null, null, true));
        assertThat(event.licenceReissued()).isTrue();
        assertThat(clerk.get("/businesses/" + bizId).<String>path("name")).isNull();
        assertThat(clerk.get("/businesses/" + bizId + "/history").<Map<String, Object>>path("items[1].fields[0]"))
                .containsEntry("before", Clerk.businessName(number));
        assertThat(clerk.post("/businesses", Clerk.aShop(number)).statusCode()).isEqualTo(201);

        Response annulled = annul(unnamed.path("changeId"), 2);
        assertThat(annulled.<String>path("type")).isEqualTo("urn:hutong:problem:name-taken");
    }

    @Test
    void a_first_name_that_is_annulled_leaves_none_and_is_free_again() {
        Map<String, Object> nameless = Clerk.aShop(number);
        nameless.remove("name");
        String bizId = clerk.open(nameless);
        String changeId = clerk.post("/businesses/" + bizId + "/changes", Map.of("name", Clerk.businessName(number)), 1)
                .path("changeId");
        assertThat(((Changed) event(bizId, 2)).before().removesName()).isTrue();

        assertThat(annul(changeId, 2).statusCode()).isEqualTo(201);

        assertThat(clerk.get("/businesses/" + bizId).<String>path("name")).isNull();
        assertThat(clerk.post("/businesses", Clerk.aShop(number)).statusCode()).isEqualTo(201);
    }

    @Test
    void a_name_is_not_given_and_given_up_at_once() {
        String bizId = clerk.open(Clerk.aShop(number));
        Response both = clerk.post(
                "/businesses/" + bizId + "/changes",
                Map.of("nameRemoved", true, "name", Clerk.businessName(number)),
                1);
        assertThat(both.jsonPath().getList("violations.code", String.class)).containsExactly("name.both");
    }

    @Test
    void a_resumption_annulled_tells_until_when_trade_is_suspended_again() {
        String bizId = clerk.open(Clerk.aShop(number));
        clerk.post(
                "/businesses/" + bizId + "/suspension",
                Map.of("until", IN_TWO_YEARS.toString(), "serviceAddress", Clerk.place("送达地址"), "reason", "道路施工"),
                1);
        String resumption =
                clerk.post("/businesses/" + bizId + "/resumption", Map.of(), 2).path("changeId");
        assertThat(annul(resumption, 3).statusCode()).isEqualTo(201);

        Annulled event = (Annulled) event(bizId, 4);
        assertThat(event.restored().status()).isEqualTo(BusinessStatus.SUSPENDED);
        assertThat(event.restored().suspendedUntil()).isEqualTo(IN_TWO_YEARS);
        assertThat(clerk.get("/businesses/" + bizId).<String>path("suspension.until"))
                .isEqualTo(IN_TWO_YEARS.toString());
    }

    @Test
    void a_simple_deregistration_is_told_and_goes_without_a_certificate() {
        String bizId = clerk.open(Clerk.aShop(number));
        Response refused = clerk.post(
                "/businesses/" + bizId + "/deregistration",
                Map.of("reason", "歇", "procedure", "SIMPLE", "certificateId", UUID.randomUUID()),
                1);
        assertThat(refused.jsonPath().getList("violations.pointer", String.class))
                .containsExactly("/certificateId");
        clerk.post("/businesses/" + bizId + "/deregistration", Map.of("reason", "歇", "procedure", "SIMPLE"), 1);

        assertThat(((Deregistered) event(bizId, 2)).procedure()).isEqualTo(DeregistrationProcedure.SIMPLE);
    }

    @Test
    void a_deregistration_is_ordinary_unless_it_says_otherwise() {
        String bizId = clerk.open(Clerk.aShop(number));
        clerk.post("/businesses/" + bizId + "/deregistration", Map.of("reason", "歇"), 1);

        assertThat(((Deregistered) event(bizId, 2)).procedure()).isEqualTo(DeregistrationProcedure.ORDINARY);
    }

    /** Every divergent change, page by page. */
    private List<String> divergent() {
        List<String> found = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonPath page =
                    clerk.get("/changes?divergent=true&limit=50" + cursor).jsonPath();
            found.addAll(page.getList("items.changeId", String.class));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return found;
    }

    private Response annul(String changeId, long version) {
        return clerk.post(
                "/changes/" + changeId + "/annulment", Map.of("decisionNo", "甘市监撤〔2026〕1号", "reason", "虚假材料"), version);
    }

    private static DomainEvent event(String bizId, int version) {
        await("the event is sent")
                .atMost(Duration.ofSeconds(20))
                .until(() -> topic.of(BizId.of(bizId)).size() >= version);
        return reader.read(topic.of(BizId.of(bizId)).get(version - 1));
    }
}
