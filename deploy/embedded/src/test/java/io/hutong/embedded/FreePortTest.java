package io.hutong.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreePortTest {

    @Test
    void no_port_is_given_twice_and_each_can_be_listened_on() throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int port = FreePort.choose();
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            ports.add(port);
        }
        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void no_port_is_one_that_the_system_may_give_to_an_outgoing_connection() throws IOException {
        try (BufferedReader range = Files.newBufferedReader(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))) {
            int firstOutgoing = Integer.parseInt(range.readLine().strip().split("\\s+")[0]);
            assertThat(FreePort.LAST).isLessThan(firstOutgoing);
        }
    }
}
