package io.hutong.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a rule file and the name under which faults in it are reported. */
public record RuleFile(String name, String text) {
    public static RuleFile at(Path path) {
        try {
            return new RuleFile(path.getFileName().toString(), Files.readString(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file on the class path, such as {@code /rules/operator-change-gate.yaml}. */
    public static RuleFile resource(Class<?> beside, String path) {
        try (InputStream stream = beside.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("missing resource " + path);
            }
            return new RuleFile(
                    path.substring(path.lastIndexOf('/') + 1),
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
