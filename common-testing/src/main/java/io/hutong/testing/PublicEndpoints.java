package io.hutong.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** What may be read without a token stands in one file; this tries both ports for more. */
final class PublicEndpoints {
    private static final String FILE = "/META-INF/hutong-public-endpoints.txt";

    /** What the platform beneath serves beside the published interface, if it is let. */
    private static final Set<String> PATHS = Set.of(
            "/",
            "/index.html",
            "/favicon.ico",
            "/openapi",
            "/health",
            "/metrics",
            "/q",
            "/q/",
            "/q/arc",
            "/q/arc/beans",
            "/q/dev",
            "/q/dev-ui",
            "/q/health",
            "/q/health-ui",
            "/q/health/group",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started",
            "/q/health/well",
            "/q/health/wellness",
            "/q/info",
            "/q/logging-manager",
            "/q/metrics",
            "/q/metrics/json",
            "/q/openapi",
            "/q/openapi-ui",
            "/q/scheduler",
            "/q/swagger-ui",
            "/q/tls");

    private PublicEndpoints() {}

    static void areExactlyThoseListed() {
        int management = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        Set<String> open = new TreeSet<>();
        for (String path : PATHS) {
            tryWithout("main", RestAssured.port, path, open);
            tryWithout("management", management, path, open);
        }
        assertThat(open).isEqualTo(listed());
    }

    private static void tryWithout(String name, int port, String path, Set<String> open) {
        int status = given().port(port).get(path).statusCode();
        if (status != 401 && status != 404) {
            open.add(name + " " + path);
        }
    }

    private static Set<String> listed() {
        try (InputStream file = Objects.requireNonNull(PublicEndpoints.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
