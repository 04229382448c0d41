package io.hutong.messaging.outbox;

import io.hutong.messaging.Cryptography;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The digest of an event, by which its successor names it ({@code prevdigest}): SHA-256 over the UTF-8 text of one line
 * {@code name:value\n} for each {@code ce_} header in the order of names, tracing excepted, and the hexadecimal SHA-256
 * of the body. The headers hold id, position and predecessor's digest, so that a stream is a chain.
 */
public final class EventDigest {
    private static final HexFormat HEX = HexFormat.of();

    private EventDigest() {}

    public static byte[] of(Map<String, String> headers, byte[] body) {
        StringBuilder text = new StringBuilder(800);
        new TreeMap<>(headers).forEach((name, value) -> {
            if (name.startsWith("ce_") && !name.startsWith("ce_trace")) {
                text.append(name).append(':').append(value).append('\n');
            }
        });
        text.append(HEX.formatHex(sha256(body)));
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] sha256(byte[] bytes) {
        return Cryptography.sha256().digest(bytes);
    }

    /** Lower-case hexadecimal; null stays null. */
    public static @Nullable String hex(byte @Nullable [] digest) {
        return digest == null ? null : HEX.formatHex(digest);
    }
}
