package io.hutong.messaging.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.events.Audience;
import io.hutong.identity.OperatorTenureId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyRotationTest {
    private static final KeyId KID =
            KeyId.of("registration", OperatorTenureId.of(UUID.randomUUID().toString()), Audience.OPERATOR_IDENTITY);

    @TempDir
    Path directory;

    @BeforeEach
    void keyFiles() {
        KeyFiles.create(directory, "registration", "tax");
    }

    @Test
    void what_was_sealed_before_a_rotation_is_opened_after_it_by_a_running_service_and_by_a_restarted_one() {
        SecretKey dataKey = AesGcm.newKey();
        KeyWrapping running = wrapping("tax");
        byte[] before = wrappedForTax(wrapping("registration"), dataKey);

        KeyFiles.main("rotate", directory.toString(), "tax");

        assertThat(running.unwrap(before, KID)).isEqualTo(dataKey);
        assertThat(wrapping("tax").unwrap(before, KID)).isEqualTo(dataKey);
    }

    @Test
    void a_running_sender_and_a_running_recipient_take_the_new_pair_without_a_restart() throws Exception {
        KeyWrapping sender = wrapping("registration");
        KeyWrapping recipient = wrapping("tax");
        SecretKey dataKey = AesGcm.newKey();
        wrappedForTax(sender, dataKey);

        KeyFiles.rotate(directory, "tax");

        byte[] after = wrappedForTax(sender, dataKey);
        assertThat(recipient.unwrap(after, KID)).isEqualTo(dataKey);
        forgetAllButTheNewestKeyOfTax();
        assertThat(wrapping("tax").unwrap(after, KID)).isEqualTo(dataKey);
    }

    @Test
    void what_was_sealed_before_needs_the_older_key() throws Exception {
        byte[] before = wrappedForTax(wrapping("registration"), AesGcm.newKey());
        KeyFiles.rotate(directory, "tax");
        forgetAllButTheNewestKeyOfTax();

        assertThatThrownBy(() -> wrapping("tax").unwrap(before, KID)).isInstanceOf(SealingFailure.class);
    }

    @Test
    void the_keys_of_many_rotations_stay_the_newest_first_and_for_the_owner_alone() throws Exception {
        Path file = directory.resolve("tax.private.pem");
        String first = Files.readString(file);
        String firstPublic = Files.readString(directory.resolve("tax.public.pem"));

        KeyFiles.rotate(directory, "tax");
        KeyFiles.rotate(directory, "tax");

        assertThat(KeyFiles.readPrivate(file)).hasSize(3).doesNotHaveDuplicates();
        assertThat(Files.readString(file)).endsWith(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("tax.public.pem"))).isNotEqualTo(firstPublic);
        KeyFiles.create(directory, "tax");
        assertThat(KeyFiles.readPrivate(file)).hasSize(3);
    }

    @Test
    void a_service_without_keys_cannot_rotate_them() {
        assertThatThrownBy(() -> KeyFiles.rotate(directory, "credit")).hasMessageContaining("credit");
        assertThatThrownBy(() -> KeyFiles.main("turn")).hasMessage("usage: rotate DIRECTORY SERVICE");
    }

    private KeyWrapping wrapping(String service) {
        return new KeyWrapping(FileKeyRing.load(directory, service));
    }

    private static byte[] wrappedForTax(KeyWrapping sender, SecretKey dataKey) {
        return sender.wrap(dataKey, KID, "tax").orElseThrow();
    }

    private void forgetAllButTheNewestKeyOfTax() throws IOException, GeneralSecurityException {
        Path file = directory.resolve("tax.private.pem");
        Files.writeString(
                file,
                Pem.encode("PRIVATE KEY", KeyFiles.readPrivate(file).get(0).getEncoded()));
    }
}
