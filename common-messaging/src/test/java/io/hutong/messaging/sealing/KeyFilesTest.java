package io.hutong.messaging.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyFilesTest {

    @TempDir
    Path temporary;

    @Test
    void secrets_are_readable_by_the_owner_alone_and_a_second_call_changes_nothing() throws IOException {
        Path directory = temporary.resolve("钥匙 keys");
        KeyFiles.create(directory, "registration", "tax");
        Map<String, String> first = contents(directory);
        assertThat(first.keySet())
                .containsExactly(
                        "registration.column.key",
                        "registration.private.pem",
                        "registration.public.pem",
                        "tax.column.key",
                        "tax.private.pem",
                        "tax.public.pem");
        assertThat(mode(directory.resolve("tax.private.pem"))).isEqualTo("rw-------");
        assertThat(mode(directory.resolve("tax.column.key"))).isEqualTo("rw-------");
        assertThat(mode(directory)).isEqualTo("rwx------");

        KeyFiles.create(directory, "registration", "tax");
        assertThat(contents(directory)).isEqualTo(first);
    }

    @Test
    void a_lost_public_key_is_derived_from_the_private_one() throws IOException {
        KeyFiles.create(temporary, "tax");
        Path file = temporary.resolve("tax.public.pem");
        String before = Files.readString(file);
        Files.delete(file);
        KeyFiles.create(temporary, "tax");
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(FileKeyRing.load(temporary, "tax").publicKeyOf("tax"))
                .hasValueSatisfying(
                        key -> assertThat(((RSAPublicKey) key).getModulus().bitLength())
                                .isEqualTo(3072));
    }

    @Test
    void a_ring_without_its_files_says_which_is_missing() throws IOException {
        assertThatThrownBy(() -> FileKeyRing.load(temporary, "tax"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tax.private.pem is missing");
        KeyFiles.create(temporary, "tax");
        Files.delete(temporary.resolve("tax.column.key"));
        assertThatThrownBy(() -> FileKeyRing.load(temporary, "tax")).hasMessageContaining("tax.column.key is missing");
    }

    @Test
    void a_secret_that_others_may_read_is_refused() throws IOException {
        KeyFiles.create(temporary, "tax");
        Path file = temporary.resolve("tax.private.pem");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> FileKeyRing.load(temporary, "tax")).hasMessageContaining("open to others");
    }

    @Test
    void column_and_look_up_keys_differ_and_a_service_unknown_here_has_no_public_key() {
        KeyFiles.create(temporary, "tax");
        FileKeyRing ring = FileKeyRing.load(temporary, "tax");
        assertThat(Arrays.equals(ring.columnKey().getEncoded(), ring.lookupKey().getEncoded()))
                .isFalse();
        assertThat(ring.publicKeyOf("credit")).isEmpty();
        KeyFiles.create(temporary, "credit");
        assertThat(ring.publicKeyOf("credit")).isPresent();
        assertThat(ring.toString()).isEqualTo("FileKeyRing[tax]");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
