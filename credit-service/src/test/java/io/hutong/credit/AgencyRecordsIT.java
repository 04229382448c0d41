package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.credit.consent.TestBanks;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CreditEvent.ProfileUpdated;
import io.hutong.events.DomainEvent;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.RawEvent;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.StreamFixture;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What banks are told of permits and announced arrears, and when they are told that it is unknown. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgencyRecordsIT extends CreditDesks {

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static Agencies agencies;

    private final BankDesk bank = BankDesk.another(TestBanks.next());

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void openAgencies() {
        agencies = new Agencies();
    }

    @AfterAll
    static void closeAgencies() {
        agencies.close();
    }

    @BeforeEach
    void inAugust() {
        heard(database);
        on("2026-08-03");
    }

    @Test
    void a_bank_is_told_of_permits_and_announced_arrears_without_consent_and_nothing_beyond() {
        Business business = known();
        says(agencies.exchange, business, Agencies.granted("建许1号"));
        says(agencies.exchange, business, Agencies.changed("建许2号", null));
        says(agencies.exchange, business, Agencies.ended("建许2号"));
        says(agencies.tax, business, Agencies.announced(business, business.tenure(), Agencies.announcement()));

        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getString("consented.outcome")).isEqualTo("PUBLIC_ONLY");
        assertThat(profile.getList("unknown")).isEmpty();
        assertThat(records(profile))
                .containsExactly(
                        Map.of(
                                "field", "permit",
                                "layer", "L0",
                                "value", "BUILDING_WORKS",
                                "document", "建许1号",
                                "since", "2026-01-05",
                                "until", "2031-01-04",
                                "status", "IN_FORCE"),
                        Map.of(
                                "field", "permit",
                                "layer", "L0",
                                "value", "BUILDING_WORKS",
                                "document", "建许2号",
                                "since", "2026-01-05",
                                "until", "2026-03-04",
                                "status", "ENDED"),
                        Map.of(
                                "field", "publishedTaxArrears",
                                "layer", "L0",
                                "value", "VAT",
                                "document", "甘税欠告〔2026〕6号",
                                "since", "2026-06-10",
                                "amountFen", 1_280_050,
                                "owedFrom", "2026-03-01"));
        on("2031-01-05");
        assertThat(records(bank.looksAt(business).jsonPath()).get(0)).containsEntry("status", "EXPIRED");
    }

    @Test
    void who_follows_a_business_is_told_what_changed_and_the_profile_is_stated_to_have_changed() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        ArrearsAnnouncementId id = Agencies.announcement();
        says(agencies.exchange, business, Agencies.granted("建许1号"));
        says(agencies.exchange, business, Agencies.changed("建许1号", null));
        says(agencies.exchange, business, Agencies.ended("建许1号"));
        says(agencies.tax, business, Agencies.announced(business, business.tenure(), id));
        says(agencies.tax, business, Agencies.cleared(business, id));

        assertThat(told())
                .containsExactly(
                        "permit GRANTED 建许1号",
                        "permit CHANGED 建许1号",
                        "permit ENDED 建许1号",
                        "publishedTaxArrears ANNOUNCED 甘税欠告〔2026〕6号",
                        "publishedTaxArrears PAID 甘税欠告〔2026〕6号");
        Map<String, String> ended = bank.changes("").getMap("items[2].facts");
        assertThat(ended)
                .containsEntry("permitType", "BUILDING_WORKS")
                .containsEntry("endedOn", "2026-03-05")
                .containsEntry("why", "REVOKED");
        Map<String, String> paid = bank.changes("").getMap("items[4].facts");
        assertThat(paid).containsEntry("amountFen", "1280050").containsEntry("on", "2026-07-02");
        assertThat(stated.about(business, ProfileUpdated.class, 5))
                .extracting(ProfileUpdated::changed)
                .containsExactly(
                        List.of("permit"),
                        List.of("permit"),
                        List.of("permit"),
                        List.of("publishedTaxArrears"),
                        List.of("publishedTaxArrears"));
        assertThat(records(bank.looksAt(business).jsonPath()))
                .extracting(record -> record.get("field"))
                .containsExactly("permit");
    }

    @Test
    void what_an_earlier_operator_owes_is_not_shown_as_the_next_ones() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        ArrearsAnnouncementId id = Agencies.announcement();
        says(agencies.tax, business, Agencies.announced(business, business.tenure(), id));
        assertThat(records(bank.looksAt(business).jsonPath())).hasSize(1);

        var next = new OperatorTenureId(UUID.randomUUID());
        register.stream.publish(business.id(), Register.passed(business, next));
        await("the next operator is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.looksAt(business).asString().contains("李接手"));
        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(records(profile)).isEmpty();
        assertThat(profile.getList("unknown")).isEmpty();
        says(agencies.tax, business, Agencies.cleared(business, id));
        assertThat(told())
                .containsExactly("publishedTaxArrears ANNOUNCED 甘税欠告〔2026〕6号", "publishedTaxArrears OPERATOR_CHANGED");

        says(agencies.tax, business, Agencies.announced(business, next, Agencies.announcement()));
        assertThat(records(bank.looksAt(business).jsonPath())).hasSize(1);
        assertThat(told()).hasSize(3).last().isEqualTo("publishedTaxArrears ANNOUNCED 甘税欠告〔2026〕6号");
    }

    @Test
    void arrears_of_a_tenure_that_credit_does_not_know_yet_are_shown_when_the_register_tells_of_it() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        var next = new OperatorTenureId(UUID.randomUUID());
        says(agencies.tax, business, Agencies.announced(business, next, Agencies.announcement()));
        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(records(profile)).isEmpty();
        assertThat(profile.getList("unknown")).containsExactly("publishedTaxArrears");
        assertThat(told()).isEmpty();

        register.stream.publish(business.id(), Register.passed(business, next));
        await("the arrears are shown")
                .atMost(Duration.ofSeconds(30))
                .until(() -> records(bank.looksAt(business).jsonPath()).size() == 1);
        assertThat(told()).containsExactly("publishedTaxArrears OPERATOR_CHANGED");
        assertThat(bank.looksAt(business).jsonPath().getList("unknown")).isEmpty();
    }

    @Test
    void while_the_word_of_the_register_waits_nobody_can_tell_whose_arrears_they_are() {
        Business business = known();
        says(agencies.tax, business, Agencies.announced(business, business.tenure(), Agencies.announcement()));
        says(agencies.exchange, business, Agencies.granted("建许1号"));
        register.stream.send(register.stream
                .next(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())))
                .withBody("{\"no\":".getBytes(StandardCharsets.UTF_8)));
        new TestedInbox(database, "credit", "registration-events", "registration").parks(business.id(), 1);
        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown")).containsExactly("publishedTaxArrears");
        assertThat(records(profile)).extracting(record -> record.get("field")).containsExactly("permit");
    }

    @Test
    void a_permit_that_will_be_revoked_holds_until_the_day_before_and_not_as_long_as_was_granted() {
        Business business = known();
        says(agencies.exchange, business, Agencies.granted("建许1号"));
        says(agencies.exchange, business, Agencies.ended("建许1号", LocalDate.of(2026, 9, 1)));
        assertThat(records(bank.looksAt(business).jsonPath()).get(0))
                .containsEntry("status", "IN_FORCE")
                .containsEntry("until", "2026-08-31");
        on("2026-09-01");
        assertThat(records(bank.looksAt(business).jsonPath()).get(0))
                .containsEntry("status", "ENDED")
                .containsEntry("until", "2026-08-31");
    }

    @Test
    void what_happened_to_permits_while_a_business_was_gone_is_made_up_for_when_it_comes_back() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        says(agencies.exchange, business, Agencies.granted("建许1号"));
        register.stream.publish(business.id(), Register.deregistered(business));
        await("it has ended")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.looksAt(business).asString().contains("DEREGISTERED"));
        says(agencies.exchange, business, Agencies.granted("建许2号"));
        says(agencies.exchange, business, Agencies.ended("建许1号"));
        assertThat(told()).containsExactly("permit GRANTED 建许1号", "permit WITHHELD");

        register.stream.publish(business.id(), Register.annulled(business, Register.COUNTY, business.tenure()));
        await("it is back")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.looksAt(business).asString().contains("\"ACTIVE\""));
        assertThat(told()).hasSize(3).last().isEqualTo("permit SHOWN_AGAIN");
        assertThat(records(bank.looksAt(business).jsonPath()))
                .extracting(record -> record.get("document") + " " + record.get("status"))
                .containsExactly("建许1号 ENDED");
    }

    @Test
    void of_a_business_that_ended_its_permits_are_withheld_and_its_arrears_until_its_registration_falls() {
        Business ended = known();
        says(agencies.exchange, ended, Agencies.granted("建许1号"));
        says(agencies.tax, ended, Agencies.announced(ended, ended.tenure(), Agencies.announcement()));
        register.stream.publish(ended.id(), Register.deregistered(ended));
        await("it has ended")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.looksAt(ended).asString().contains("DEREGISTERED"));
        assertThat(records(bank.looksAt(ended).jsonPath()))
                .extracting(record -> record.get("field"))
                .containsExactly("publishedTaxArrears");

        register.stream.publish(ended.id(), Register.annulled(ended, BusinessStatus.REGISTRATION_ANNULLED));
        await("its registration fell")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.looksAt(ended).asString().contains("REGISTRATION_ANNULLED"));
        JsonPath profile = bank.looksAt(ended).jsonPath();
        assertThat(records(profile)).isEmpty();
    }

    @Test
    void what_the_register_refuses_for_its_content_is_shown_to_nobody() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        says(agencies.exchange, business, Agencies.granted("JUS-620702", "建许1号", Agencies.TO));
        says(agencies.exchange, business, Agencies.granted(Agencies.HOUSING, "建许2号", Agencies.FROM.minusDays(1)));
        says(agencies.exchange, business, Agencies.ended("建许3号"));
        assertThat(records(bank.looksAt(business).jsonPath())).isEmpty();

        says(agencies.exchange, business, Agencies.granted("建许4号"));
        says(agencies.exchange, business, Agencies.granted(Agencies.HOUSING, "建许4号", null));
        says(agencies.exchange, business, Agencies.ended("建许4号"));
        says(agencies.exchange, business, Agencies.changed("建许4号", null));
        assertThat(records(bank.looksAt(business).jsonPath()))
                .extracting(record -> record.get("document") + " " + record.get("until") + " " + record.get("status"))
                .containsExactly("建许4号 2026-03-04 ENDED");
        assertThat(told()).containsExactly("permit GRANTED 建许4号", "permit ENDED 建许4号");
    }

    @Test
    void while_an_event_waits_or_after_it_was_left_out_the_list_is_unknown_and_not_empty() {
        Business business = known();
        Business other = known();
        bank.follows(business).then().statusCode(200);
        ArrearsAnnouncementId id = Agencies.announcement();
        RawEvent broken = agencies.tax
                .next(business.id(), Agencies.announced(business, business.tenure(), id))
                .withBody("{\"no\":".getBytes(StandardCharsets.UTF_8));
        agencies.tax.send(broken);
        inbox(agencies.tax).parks(business.id(), 1);
        assertThat(bank.looksAt(business).jsonPath().getList("unknown")).containsExactly("publishedTaxArrears");
        assertThat(bank.looksAt(other).jsonPath().getList("unknown")).isEmpty();
        assertThat(told()).isEmpty();

        inbox(agencies.tax).skips(business.id());
        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown")).containsExactly("publishedTaxArrears");
        assertThat(records(profile)).isEmpty();
        assertThat(told()).containsExactly("publishedTaxArrears UNKNOWN");

        ArrearsAnnouncementId next = Agencies.announcement();
        RawEvent standing = agencies.tax
                .next(business.id(), Agencies.announced(business, business.tenure(), next, id))
                .withHeader("ce_prevdigest", broken.digest());
        agencies.tax.send(standing);
        inbox(agencies.tax).awaits(business.id(), 2);
        profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown")).containsExactly("publishedTaxArrears");
        assertThat(records(profile)).isEmpty();

        RawEvent cleared = agencies.tax
                .next(business.id(), Agencies.cleared(business, id, next))
                .withHeader("ce_prevdigest", standing.digest());
        agencies.tax.send(cleared);
        inbox(agencies.tax).awaits(business.id(), 3);
        profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown")).isEmpty();
        assertThat(records(profile)).hasSize(1);
        assertThat(told())
                .containsExactly(
                        "publishedTaxArrears UNKNOWN",
                        "publishedTaxArrears ANNOUNCED 甘税欠告〔2026〕6号",
                        "publishedTaxArrears KNOWN_AGAIN");
    }

    @Test
    void what_tax_names_no_longer_has_ended_although_its_clearance_was_left_out() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        ArrearsAnnouncementId first = Agencies.announcement();
        says(agencies.tax, business, Agencies.announced(business, business.tenure(), first));
        RawEvent broken = agencies.tax
                .next(business.id(), Agencies.cleared(business, first))
                .withBody("{\"no\":".getBytes(StandardCharsets.UTF_8));
        agencies.tax.send(broken);
        inbox(agencies.tax).parks(business.id(), 1);
        inbox(agencies.tax).skips(business.id());
        assertThat(bank.looksAt(business).jsonPath().getList("unknown")).containsExactly("publishedTaxArrears");

        agencies.tax.send(agencies.tax
                .next(business.id(), Agencies.announced(business, business.tenure(), Agencies.announcement()))
                .withHeader("ce_prevdigest", broken.digest()));
        inbox(agencies.tax).awaits(business.id(), 3);
        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown")).isEmpty();
        assertThat(records(profile)).hasSize(1);
        assertThat(told())
                .containsExactly(
                        "publishedTaxArrears ANNOUNCED 甘税欠告〔2026〕6号",
                        "publishedTaxArrears UNKNOWN",
                        "publishedTaxArrears ANNOUNCED 甘税欠告〔2026〕6号",
                        "publishedTaxArrears CLEARED 甘税欠告〔2026〕6号",
                        "publishedTaxArrears KNOWN_AGAIN");
    }

    @Test
    void an_event_that_nobody_asked_for_jumps_over_lost_ones_and_to_skip_it_leaves_them_unknown() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        says(agencies.tax, business, Agencies.held(new ChangeId(UUID.randomUUID())));
        agencies.tax.next(business.id(), Agencies.announced(business, business.tenure(), Agencies.announcement()));
        RawEvent behind = agencies.tax.next(business.id(), Agencies.held(new ChangeId(UUID.randomUUID())));
        inbox(agencies.tax).cannotFetch(agencies.tax, business.id());
        agencies.tax.send(behind);
        inbox(agencies.tax).parks(business.id(), 1);
        inbox(agencies.tax).skips(business.id());
        inbox(agencies.tax).awaits(business.id(), 3);

        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown")).containsExactly("publishedTaxArrears");
        assertThat(records(profile)).isEmpty();
        assertThat(told()).containsExactly("publishedTaxArrears UNKNOWN");

        says(agencies.tax, business, Agencies.restated(business));
        assertThat(bank.looksAt(business).jsonPath().getList("unknown")).isEmpty();
        assertThat(told()).containsExactly("publishedTaxArrears UNKNOWN", "publishedTaxArrears KNOWN_AGAIN");
    }

    @Test
    void what_tax_announces_in_the_words_of_a_later_contract_makes_its_arrears_unknown() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        ArrearsAnnouncementId id = Agencies.announcement();
        RawEvent later = agencies.tax
                .next(business.id(), Agencies.announced(business, business.tenure(), id))
                .withHeader("ce_type", "io.hutong.tax.arrears-announced.v2");
        agencies.tax.send(later);
        inbox(agencies.tax).awaits(business.id(), 1);
        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown")).containsExactly("publishedTaxArrears");
        assertThat(records(profile)).isEmpty();
        assertThat(told()).containsExactly("publishedTaxArrears UNKNOWN");

        RawEvent again = agencies.tax
                .next(business.id(), Agencies.announced(business, business.tenure(), id))
                .withHeader("ce_prevdigest", later.digest());
        RawEvent all = agencies.tax
                .next(business.id(), Agencies.restated(business, id))
                .withHeader("ce_prevdigest", again.digest());
        agencies.tax.send(again, all);
        inbox(agencies.tax).awaits(business.id(), 3);
        profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown")).isEmpty();
        assertThat(records(profile)).hasSize(1);
        assertThat(told())
                .containsExactly(
                        "publishedTaxArrears UNKNOWN",
                        "publishedTaxArrears ANNOUNCED 甘税欠告〔2026〕6号",
                        "publishedTaxArrears KNOWN_AGAIN");
    }

    @Test
    void who_follows_is_told_that_arrears_are_unknown_when_an_event_of_the_register_was_left_out() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        ArrearsAnnouncementId id = Agencies.announcement();
        register.stream.send(register.stream
                .next(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())))
                .withBody("{\"no\":".getBytes(StandardCharsets.UTF_8)));
        var registerInbox = new TestedInbox(database, "credit", "registration-events", "registration");
        registerInbox.parks(business.id(), 1);
        registerInbox.skips(business.id());
        assertThat(told()).containsExactly("publishedTaxArrears UNKNOWN");

        RawEvent broken = agencies.tax
                .next(business.id(), Agencies.announced(business, business.tenure(), id))
                .withBody("{\"no\":".getBytes(StandardCharsets.UTF_8));
        agencies.tax.send(broken);
        inbox(agencies.tax).parks(business.id(), 1);
        inbox(agencies.tax).skips(business.id());
        agencies.tax.send(agencies.tax
                .next(business.id(), Agencies.cleared(business, id))
                .withHeader("ce_prevdigest", broken.digest()));
        inbox(agencies.tax).awaits(business.id(), 2);
        assertThat(bank.looksAt(business).jsonPath().getList("unknown")).contains("publishedTaxArrears");
        assertThat(told()).doesNotContain("publishedTaxArrears KNOWN_AGAIN");
    }

    @Test
    void where_the_register_is_in_doubt_nobody_can_tell_whose_arrears_they_are() throws Exception {
        Business business = known();
        says(agencies.tax, business, Agencies.announced(business, business.tenure(), Agencies.announcement()));
        says(agencies.exchange, business, Agencies.granted("建许1号"));
        try (var connection = database.connect();
                var doubt = connection.prepareStatement("update business set doubtful = true where biz_id = ?")) {
            doubt.setString(1, business.id().value());
            doubt.executeUpdate();
        }
        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown"))
                .containsExactly("publishedTaxArrears", "operatorName", "scope", "premises");
        assertThat(records(profile)).extracting(record -> record.get("field")).containsExactly("permit");
    }

    /** What a profile tells of other agencies' records. */
    private static List<Map<String, Object>> records(JsonPath profile) {
        return profile.<Map<String, Object>>getList("facts").stream()
                .filter(fact -> List.of("permit", "publishedTaxArrears").contains(fact.get("field")))
                .toList();
    }

    /** What the bank was told of changed records: field, what happened, and the paper. */
    private List<String> told() {
        return bank.changes("").<Map<String, Object>>getList("items").stream()
                .filter(item -> "RECORDS_CHANGED".equals(item.get("kind")))
                .map(item -> (Map<?, ?>) item.get("facts"))
                .map(facts -> List.of("field", "what", "permitNo", "noticeNo").stream()
                        .map(facts::get)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** States an event and waits until it was taken. */
    private void says(StreamFixture agency, Business business, DomainEvent event) {
        agency.publish(business.id(), event);
        inbox(agency).awaits(business.id(), agency.madeFor(business.id()).size());
    }

    private TestedInbox inbox(StreamFixture agency) {
        return agency == agencies.tax
                ? new TestedInbox(database, "credit", "tax-events", "tax")
                : new TestedInbox(database, "credit", "exchange-events", "exchange");
    }
}
