package io.hutong.systemtests.deployment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the repository, read as strictly as their formats allow. */
final class Repository {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Unknown fields, which the model's classes would swallow, and fields given twice are errors. */
    static final ObjectMapper STRICT = new YAMLMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private Repository() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> documents(Path file) {
        try (JsonParser parser = STRICT.createParser(file.toFile())) {
            return STRICT.readerFor(JsonNode.class).<JsonNode>readValues(parser).readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static JsonNode document(String path) {
        return documents(ROOT.resolve(path)).get(0);
    }

    /** The modules of the build that are services. */
    static Set<String> services() {
        var services = new TreeSet<>(matches(text("pom.xml"), "<module>([a-z-]+-service)</module>"));
        if (services.isEmpty()) {
            throw new IllegalStateException("the build has no services");
        }
        return services;
    }

    static List<String> modules() {
        return matches(text("pom.xml"), "<module>([^<]+)</module>");
    }

    static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The variables that a service reads from its environment by name. */
    static Set<String> variablesOf(String service) {
        return new TreeSet<>(matches(
                text(service + "/src/main/resources/application.properties")
                        + text("common-messaging/src/main/resources/META-INF/microprofile-config.properties"),
                "\\$\\{([A-Z_]+)[:}]"));
    }
}
