package io.hutong.messaging.relay;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** Whether one of the bootstrap brokers takes connections; asked at most every few seconds. */
@Singleton
public class BrokerState {
    private static final long FRESH_NANOS = 3_000_000_000L;
    private static final int TIMEOUT_MILLIS = 500;

    private final String servers;
    private long askedAt = System.nanoTime() - FRESH_NANOS;
    private boolean reachable;

    BrokerState(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.servers = String.valueOf(broker.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }

    public synchronized boolean reachable() {
        if (System.nanoTime() - askedAt >= FRESH_NANOS) {
            reachable = ask();
            askedAt = System.nanoTime();
        }
        return reachable;
    }

    private boolean ask() {
        for (String server : servers.split(",", -1)) {
            int colon = server.lastIndexOf(':');
            if (colon > 0 && connects(server.substring(0, colon).strip(), server.substring(colon + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean connects(String host, String port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(port.strip())), TIMEOUT_MILLIS);
            return true;
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }
}
