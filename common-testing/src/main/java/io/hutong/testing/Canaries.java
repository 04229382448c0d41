package io.hutong.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Recognisable personal data, and every disguise in which it could leak. */
public final class Canaries {
    private final List<String> disguises = new ArrayList<>();

    public Canaries(String... secrets) {
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(UTF_8);
            disguises.add(secret);
            inBothCases(URLEncoder.encode(secret, UTF_8));
            inBothCases(percent(bytes));
            inBothCases(escaped(secret, false));
            inBothCases(escaped(secret, true));
            inBothCases(HexFormat.of().formatHex(bytes));
            base64(bytes);
        }
    }

    /** Whether any of it is in there. */
    public boolean in(String text) {
        return disguises.stream().anyMatch(text::contains);
    }

    public boolean in(byte[] bytes) {
        return in(new String(bytes, UTF_8)) || in(new String(bytes, ISO_8859_1));
    }

    /** The three places that a text can have in a longer Base64 text, without its uncertain ends. */
    private void base64(byte[] bytes) {
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[bytes.length + shift];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String inner = base64.substring(shift == 0 ? 0 : 4, base64.length() - 3);
            disguises.add(inner);
            disguises.add(inner.replace('+', '-').replace('/', '_'));
        }
    }

    private void inBothCases(String disguise) {
        disguises.add(disguise);
        disguises.add(disguise.toLowerCase(Locale.ROOT));
        disguises.add(disguise.toUpperCase(Locale.ROOT).replace("\\U", "\\u"));
    }

    private static String percent(byte[] bytes) {
        StringBuilder all = new StringBuilder();
        for (byte one : bytes) {
            all.append("%%%02x".formatted(one));
        }
        return all.toString();
    }

    private static String escaped(String secret, boolean everyCharacter) {
        StringBuilder escaped = new StringBuilder();
        secret.chars()
                .forEach(c ->
                        escaped.append(c < 128 && !everyCharacter ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
