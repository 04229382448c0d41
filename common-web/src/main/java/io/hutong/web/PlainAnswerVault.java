package io.hutong.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

@DefaultBean
@ApplicationScoped
class PlainAnswerVault implements AnswerVault {

    @Override
    public String digest(String canonicalRequest) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(canonicalRequest.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public byte[] lock(String answer) {
        return answer.getBytes(UTF_8);
    }

    @Override
    public String unlock(byte[] stored) {
        return new String(stored, UTF_8);
    }
}
