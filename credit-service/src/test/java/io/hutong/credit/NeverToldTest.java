package io.hutong.credit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.credit.consent.SharingRules;
import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.events.EventTypes;
import io.hutong.events.PersonIdentity;
import io.hutong.identity.ResidentId;
import io.hutong.testing.Register;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has no key, as every bank, finds nothing in any event that the terms of sharing keep from everybody outside. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NeverToldTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Set<String> NEVER = names();

    static Stream<String> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void no_event_shows_in_clear_what_nobody_outside_is_told(String type) throws IOException {
        try (InputStream golden = NeverToldTest.class.getResourceAsStream("/golden/" + type + ".json")) {
            assertThat(found(new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void what_would_be_told_is_found_by_its_name_and_by_its_form() throws IOException {
        assertThat(found("{\"who\": [{\"contactPhone\": \"none\"}]}")).containsExactly("contactPhone");
        assertThat(found("{\"phone\": \"none\", \"residence\": \"none\"}")).containsExactly("phone", "residence");
        assertThat(found("{\"note\": \"13809361234\"}")).containsExactly("note: a phone");
        String number = ResidentId.synthetic(Register.COUNTY, 7).value();
        assertThat(found("{\"answers\": [\"" + number + "\"]}")).containsExactly("answers: an identity number");
        assertThat(found("{\"who\": {\"kid\": \"credit:x:y\", \"ct\": \"13809361234\"}}"))
                .as("sealed")
                .isEmpty();
    }

    private static List<String> found(String event) throws IOException {
        List<String> found = new ArrayList<>();
        look("", JSON.readTree(event), found);
        return found;
    }

    private static void look(String name, JsonNode node, List<String> found) {
        if (node.has("kid") && node.has("ct")) {
            return;
        }
        if (NEVER.contains(name) && !node.isContainerNode()) {
            found.add(name);
        } else if (node.isTextual() && PHONE.matcher(node.asText()).matches()) {
            found.add(name + ": a phone");
        } else if (node.isTextual() && isResidentId(node.asText())) {
            found.add(name + ": an identity number");
        }
        node.properties().forEach(child -> look(child.getKey(), child.getValue(), found));
        if (node.isArray()) {
            node.forEach(element -> look(name, element, found));
        }
    }

    private static boolean isResidentId(String text) {
        try {
            return !ResidentId.of(text).value().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** The fields of the lowest layer, and what an identity consists of beside the name, which the register shows to everybody. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>(SharingRules.bundled().fields(Layer.L3, LocalDate.of(2026, 8, 3)));
        Arrays.stream(PersonIdentity.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(component -> !component.equals("name"))
                .forEach(names::add);
        return names;
    }
}
