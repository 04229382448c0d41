package io.hutong.messaging.sealing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

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
        return decodeAll(label, text).get(0);
    }

    /** All blocks of that label in their order, at least one. */
    static List<byte[]> decodeAll(String label, String text) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        List<byte[]> blocks = new ArrayList<>();
        for (int from = text.indexOf(begin); from >= 0; from = text.indexOf(begin, from + 1)) {
            int to = text.indexOf(end, from);
            if (to < 0) {
                throw new IllegalArgumentException("a " + label + " in PEM form does not end");
            }
            blocks.add(Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to)));
        }
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("no " + label + " in PEM form");
        }
        return blocks;
    }
}
