package io.hutong.local.parts;

import io.hutong.embedded.EmbeddedMariaDb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;

/** Questions that only a server which is ready answers. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Probe() {}

    static BooleanSupplier http(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        return () -> {
            try {
                return HttpClient.newHttpClient()
                                .send(request, BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    static BooleanSupplier database(int port, String account, String password) {
        return () -> {
            if (!listens(port)) {
                return false;
            }
            try (Connection connection =
                    DriverManager.getConnection(EmbeddedMariaDb.url(port, account), account, password)) {
                return connection.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        };
    }

    /** Asked with an account that may enter. */
    static BooleanSupplier broker(int port, Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("default.api.timeout.ms", "20000");
        settings.put("request.timeout.ms", "5000");
        return () -> {
            if (!listens(port)) {
                return false;
            }
            try (Admin admin = Admin.create(settings)) {
                return !admin.describeCluster()
                        .nodes()
                        .get(20, TimeUnit.SECONDS)
                        .isEmpty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException | TimeoutException e) {
                return false;
            }
        };
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
