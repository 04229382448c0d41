package io.hutong.systemtests.agencies.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hutong.events.AgencyCode;
import io.hutong.events.EventTypes;
import io.hutong.events.Questions;
import io.hutong.systemtests.agencies.party.Parties;
import io.hutong.systemtests.agencies.party.Party;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartiesTest {
    private static final Map<String, String> WORDS = Map.of("today", "2026-11-28", "number", "17");

    @Test
    void every_foreign_party_is_there_once() {
        assertThat(Parties.all())
                .extracting(Party::code)
                .doesNotHaveDuplicates()
                .contains(
                        "TOWN-620702102",
                        "HRSS-620702",
                        "VET-620702",
                        "HUD-620702",
                        "FI-620702-BANK",
                        "GUA-620702",
                        "GSX",
                        "XCN",
                        "TAX",
                        "PLATFORM");
    }

    static Stream<Arguments> what_a_party_says_is_what_the_contract_takes_in() {
        return Parties.all().stream()
                .flatMap(party -> party.says().keySet().stream().map(type -> Arguments.of(party, type)));
    }

    @ParameterizedTest
    @MethodSource
    void what_a_party_says_is_what_the_contract_takes_in(Party party, String type) throws IOException {
        assertThat(AgencyCode.of(party.code()).value()).isEqualTo(party.code());
        assertThat(EventTypes.producer(type)).isEqualTo("exchange");
        JsonNode data = new Template(WORDS, MissingNode.getInstance())
                .filled(Objects.requireNonNull(party.says().get(type)));

        assertThat(intakeSchema(type).validate(data)).isEmpty();
        EventMessage old = EventMessage.of(party, "a", type, "b", data).withWrongSchema();
        assertThat(intakeSchema(type).validate(old.event().path("data"))).isNotEmpty();
    }

    @Test
    void every_question_of_the_contract_finds_a_party_that_answers_it() {
        Set<String> said = Set.copyOf(Parties.all().stream()
                .flatMap(party -> party.says().keySet().stream())
                .toList());
        assertThat(EventTypes.all().stream().filter(Questions::isAnswer))
                .isNotEmpty()
                .allMatch(said::contains);
    }

    private static Schema intakeSchema(String type) throws IOException {
        try (InputStream file = EventTypes.class.getResourceAsStream("/schemas/intake/" + type + ".json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
