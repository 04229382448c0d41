package io.hutong.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CryptographyTest {
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");
    private static final GCMParameterSpec NONCE = new GCMParameterSpec(128, new byte[12]);
    private static final byte[] TEXT = "张掖市甘州区".getBytes(UTF_8);

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "aarch64"})
    void the_native_provider_is_in_use_where_the_services_run() {
        assertThat(Cryptography.isFast()).isTrue();
    }

    @Test
    void the_digest_of_abc_is_that_of_the_standard() {
        // FIPS 180-4, example of SHA-256
        assertThat(HexFormat.of().formatHex(Cryptography.sha256().digest("abc".getBytes(UTF_8))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void what_one_provider_encrypts_the_other_decrypts() throws GeneralSecurityException {
        assertThat(decrypted(Cipher.getInstance("AES/GCM/NoPadding"), encrypted(Cryptography.aesGcm())))
                .isEqualTo(TEXT);
        assertThat(decrypted(Cryptography.aesGcm(), encrypted(Cipher.getInstance("AES/GCM/NoPadding"))))
                .isEqualTo(TEXT);
    }

    @Test
    void both_providers_compute_the_same_hashes() throws GeneralSecurityException {
        Mac own = Mac.getInstance("HmacSHA256");
        Mac fast = Cryptography.hmacSha256();
        own.init(KEY);
        fast.init(KEY);

        assertThat(fast.doFinal(TEXT)).isEqualTo(own.doFinal(TEXT));
        assertThat(Cryptography.sha256().digest(TEXT))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(TEXT));
    }

    private static byte[] encrypted(Cipher cipher) throws GeneralSecurityException {
        cipher.init(Cipher.ENCRYPT_MODE, KEY, NONCE);
        cipher.updateAAD(new byte[] {1});
        return cipher.doFinal(TEXT);
    }

    private static byte[] decrypted(Cipher cipher, byte[] sealed) throws GeneralSecurityException {
        cipher.init(Cipher.DECRYPT_MODE, KEY, NONCE);
        cipher.updateAAD(new byte[] {1});
        return cipher.doFinal(sealed);
    }
}
