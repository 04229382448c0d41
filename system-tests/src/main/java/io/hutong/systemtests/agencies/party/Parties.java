package io.hutong.systemtests.agencies.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The foreign parties of {@code parties.yaml}. */
public final class Parties {
    private Parties() {}

    public static List<Party> all() {
        try (InputStream file = Parties.class.getResourceAsStream("/parties.yaml")) {
            if (file == null) {
                throw new IllegalStateException("parties.yaml is missing on the class path");
            }
            List<Party> parties = new ArrayList<>();
            for (JsonNode described : new YAMLMapper().readTree(file)) {
                parties.add(Party.of(described));
            }
            return parties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
