package io.hutong.credit.publication.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** As the service is delivered, with what an installation sets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformsConfigTest {
    @Test
    void neither_platform_is_connected_unless_it_is_said_how() throws Exception {
        Map<String, PlatformConnection> platforms = platforms(Map.of());
        assertThat(platforms).containsOnlyKeys("GSX", "XCN");
        assertThat(platforms.values()).allSatisfy(platform -> {
            assertThat(platform.url()).isEmpty();
            assertThat(platform.folder()).isEmpty();
            assertThat(platform.authorization()).isEmpty();
            assertThat(platform.timeout()).isEqualTo(Duration.ofSeconds(5));
        });
        assertThat(of("GSX", platforms).takenCode()).isEqualTo("1");
        assertThat(of("XCN", platforms).takenCode()).isEqualTo("success");
    }

    @Test
    void each_is_connected_by_an_address_or_by_a_folder() throws Exception {
        Map<String, PlatformConnection> platforms =
                platforms(Map.of("HUTONG_GSX_FOLDER", "/srv/gsx", "HUTONG_XCN_URL", "http://127.0.0.1:9/xcn"));
        assertThat(of("GSX", platforms).folder()).isEqualTo(Optional.of(Path.of("/srv/gsx")));
        assertThat(of("GSX", platforms).url()).isEmpty();
        assertThat(of("XCN", platforms).url()).isEqualTo(Optional.of(URI.create("http://127.0.0.1:9/xcn")));
        assertThat(of("XCN", platforms(Map.of("HUTONG_XCN_FOLDER", "/srv/xcn"))).folder())
                .isEqualTo(Optional.of(Path.of("/srv/xcn")));
    }

    @Test
    void one_that_asks_who_calls_is_told() throws Exception {
        Map<String, PlatformConnection> platforms = platforms(Map.of("HUTONG_GSX_AUTHORIZATION", "Bearer a.b.c"));
        assertThat(of("GSX", platforms).authorization()).isEqualTo(Optional.of("Bearer a.b.c"));
        assertThat(of("XCN", platforms).authorization()).isEmpty();
    }

    private static PlatformConnection of(String code, Map<String, PlatformConnection> platforms) {
        return Objects.requireNonNull(platforms.get(code));
    }

    private static Map<String, PlatformConnection> platforms(Map<String, String> environment) throws IOException {
        var delivered = Objects.requireNonNull(PlatformsConfigTest.class.getResource("/application.properties"));
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(
                        new PropertiesConfigSource(delivered, 100),
                        new PropertiesConfigSource(environment, "the installation", 300))
                .withMapping(PlatformsConfig.class)
                .withMappingIgnore("**")
                .build();
        return config.getConfigMapping(PlatformsConfig.class).byCode();
    }
}
