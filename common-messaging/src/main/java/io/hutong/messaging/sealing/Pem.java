package io.hutong.messaging.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text armour of keys (RFC 7468). */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String encode(String label, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    static byte[] decode(String label, String text) {
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no " + label + " in PEM form");
        }
        return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    }
}
