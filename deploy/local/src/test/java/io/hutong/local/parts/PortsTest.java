package io.hutong.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortsTest {
    @TempDir
    Path folder;

    @Test
    void without_any_wish_the_standard_ports_hold() {
        Ports ports = Ports.resolve(Map.of(), Map.of(), folder.resolve("absent"));
        assertThat(ports.of(PortName.ISSUER)).isEqualTo(18080);
        assertThat(ports.of(PortName.DATABASE)).isEqualTo(18306);
        assertThat(ports.url(PortName.TAX_MANAGEMENT)).isEqualTo("http://127.0.0.1:18092");
    }

    @Test
    void an_option_wins_over_the_environment_and_that_over_the_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("hutong.properties"), "port.kafka=20001\nport.database=20002\nport.issuer=20003\n");
        Ports ports = Ports.resolve(
                Map.of(PortName.KAFKA, 22001),
                Map.of("HUTONG_PORT_KAFKA", "21001", "HUTONG_PORT_DATABASE", "21002"),
                file);
        assertThat(ports.of(PortName.KAFKA)).isEqualTo(22001);
        assertThat(ports.of(PortName.DATABASE)).isEqualTo(21002);
        assertThat(ports.of(PortName.ISSUER)).isEqualTo(20003);
        assertThat(ports.of(PortName.TAX)).isEqualTo(18082);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "70000", "many", "-1"})
    void what_is_no_port_is_refused_with_the_place_it_stands(String text) {
        assertThatThrownBy(() -> Ports.resolve(Map.of(), Map.of("HUTONG_PORT_TAX", text), folder.resolve("absent")))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("HUTONG_PORT_TAX=" + text);
    }

    @Test
    void one_number_for_two_purposes_is_refused_with_both() {
        Map<PortName, Integer> wishes = Map.of(PortName.KAFKA, 18080);
        assertThatThrownBy(() -> Ports.resolve(wishes, Map.of(), folder.resolve("absent")))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("18080")
                .hasMessageContaining("--port-issuer")
                .hasMessageContaining("--port-kafka");
    }

    @Test
    void the_ports_of_a_start_are_found_again() {
        Ports chosen = Ports.resolve(Map.of(PortName.TAX, 20082), Map.of(), folder.resolve("absent"));
        chosen.save(folder.resolve("ports.properties"));
        assertThat(Ports.load(folder.resolve("ports.properties"))).isEqualTo(chosen);
    }
}
