package io.hutong.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CanonicalRecordTest {
    private static final DivisionCode GANZHOU = DivisionCode.of("620702");
    private static final ScopeItem NOODLES = new ScopeItem("L2201", "小餐饮");
    private static final ScopeItem BREAD = new ScopeItem("G1105", "食用农产品零售");
    private static final Address SHOP = new Address(GANZHOU, "县府街18号", Address.Kind.PHYSICAL);
    private static final Address STALL = new Address(DivisionCode.of("620702001"), "早市3号", Address.Kind.PHYSICAL);

    @Test
    void the_text_is_canonical_json() {
        assertThat(record("顺和\"面馆\"\n", List.of(NOODLES), List.of(SHOP)).text())
                .isEqualTo("{\"bizId\":\"019ab3c0-0000-7000-8000-00000000b001\",\"entityType\":\"INDIVIDUAL_PERSON\","
                        + "\"establishedOn\":\"2019-05-06\",\"name\":\"顺和\\\"面馆\\\"\\n\",\"operatorName\":\"赵一\","
                        + "\"premises\":[{\"division\":\"620702\",\"kind\":\"PHYSICAL\",\"text\":\"县府街18号\"}],"
                        + "\"scope\":[{\"id\":\"L2201\",\"text\":\"小餐饮\"}],\"status\":\"ACTIVE\","
                        + "\"tenureId\":\"019ab3c0-0000-7000-8000-00000000a001\",\"uscc\":\"92620702PDY000028N\"}");
    }

    @Test
    void a_business_without_a_name_has_no_name_in_its_text() {
        assertThat(record(null, List.of(NOODLES), List.of(SHOP)).text()).doesNotContain("\"name\"", "null");
    }

    @Test
    void the_order_in_which_items_and_premises_were_given_does_not_matter() {
        assertThat(record("顺和", List.of(NOODLES, BREAD), List.of(STALL, SHOP)))
                .isEqualTo(record("顺和", List.of(BREAD, NOODLES), List.of(SHOP, STALL)));
    }

    @Test
    void the_digest_is_the_sha_256_of_the_text_and_changes_with_it() {
        String digest = record("顺和", List.of(NOODLES), List.of(SHOP)).digest();
        assertThat(digest).isEqualTo("e07a34c9c4e0b002742cb9f1ec77a550afdfd51e1a6d7f532b9a79411440e657");
        assertThat(record("顺合", List.of(NOODLES), List.of(SHOP)).digest()).isNotEqualTo(digest);
    }

    @Test
    void control_characters_are_escaped_as_the_standard_says() {
        assertThat(new CanonicalJson().put("a", "\u0001\t\\/\u007f").text())
                .isEqualTo("{\"a\":\"\\u0001\\t\\\\/\u007f\"}");
    }

    private static CanonicalRecord record(@Nullable String name, List<ScopeItem> scope, List<Address> premises) {
        return new CanonicalRecord(
                BizId.of("019ab3c0-0000-7000-8000-00000000b001"),
                UnifiedSocialCreditCode.synthetic(GANZHOU, 2),
                name,
                EntityType.INDIVIDUAL_PERSON,
                BusinessStatus.ACTIVE,
                LocalDate.of(2019, 5, 6),
                OperatorTenureId.of("019ab3c0-0000-7000-8000-00000000a001"),
                "赵一",
                scope,
                premises);
    }
}
