package io.hutong.registration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Recognisable personal data, and every disguise in which it could leak. */
final class Canaries {
    private final List<String> disguises = new ArrayList<>();

    Canaries(String... secrets) {
        for (String secret : secrets) {
            disguises.add(secret);
            disguises.add(URLEncoder.encode(secret, UTF_8));
            disguises.add(escaped(secret));
            byte[] bytes = secret.getBytes(UTF_8);
            // the three places that a text can have in a longer Base64 text, without its uncertain ends
            for (int shift = 0; shift < 3; shift++) {
                byte[] shifted = new byte[bytes.length + shift];
                System.arraycopy(bytes, 0, shifted, shift, bytes.length);
                String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                String inner = base64.substring(shift == 0 ? 0 : 4, base64.length() - 3);
                disguises.add(inner);
                disguises.add(inner.replace('+', '-').replace('/', '_'));
            }
        }
    }

    /** Whether any of it is in there. */
    boolean in(String text) {
        return disguises.stream().anyMatch(text::contains);
    }

    boolean in(byte[] bytes) {
        return in(new String(bytes, UTF_8)) || in(new String(bytes, ISO_8859_1));
    }

    private static String escaped(String secret) {
        StringBuilder escaped = new StringBuilder();
        secret.chars().forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
