package io.hutong.credit.publication.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.credit.publication.Platforms;
import io.hutong.credit.publication.PublicityPlatform;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

@Singleton
class ConnectedPlatforms implements Platforms {
    private final Map<String, PublicityPlatform> connected = new LinkedHashMap<>();

    ConnectedPlatforms(PlatformsConfig config, ObjectMapper json) {
        config.byCode()
                .forEach((code, connection) ->
                        platform(connection, json).ifPresent(platform -> connected.put(code, platform)));
    }

    private static Optional<PublicityPlatform> platform(PlatformConnection connection, ObjectMapper json) {
        Optional<PublicityPlatform> http = connection.url().map(url -> new HttpPlatform(url, connection, json));
        return http.isPresent() ? http : connection.folder().map(folder -> new FilePlatform(folder, connection, json));
    }

    @Override
    public Map<String, PublicityPlatform> connected() {
        return connected;
    }
}
