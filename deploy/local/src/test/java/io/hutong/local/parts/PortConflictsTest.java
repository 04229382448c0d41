package io.hutong.local.parts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.embedded.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortConflictsTest {
    @Test
    void every_taken_port_is_named_with_its_purpose_its_holder_and_how_to_choose_another() throws Exception {
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = ports(first.getLocalPort(), second.getLocalPort());
            assertThatThrownBy(() -> PortConflicts.refuse(ports, List.of(PortName.KAFKA, PortName.DATABASE)))
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("port " + first.getLocalPort() + " is taken")
                    .hasMessageContaining("port " + second.getLocalPort() + " is taken")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(PortName.KAFKA.purpose())
                    .hasMessageContaining("--port-kafka")
                    .hasMessageContaining("HUTONG_PORT_DATABASE");
        }
    }

    @Test
    void free_ports_pass() {
        Ports ports = ports(FreePort.choose(), FreePort.choose());
        assertThatCode(() -> PortConflicts.refuse(ports, List.of(PortName.KAFKA, PortName.DATABASE)))
                .doesNotThrowAnyException();
    }

    private static Ports ports(int kafka, int database) {
        Map<PortName, Integer> wishes = Map.of(PortName.KAFKA, kafka, PortName.DATABASE, database);
        return Ports.resolve(wishes, Map.of(), Path.of("absent"));
    }
}
