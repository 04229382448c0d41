package io.hutong.messaging.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One record of the compacted topic {@code <service>.keys}: a data key wrapped for one recipient, or the mark that it was
 * erased ({@code wrapped} absent). The mark is a record and no Kafka tombstone, because it must outlast every compaction:
 * a reader that comes late has to learn that this key will never arrive.
 */
public record KeyRecord(KeyId kid, String recipient, byte @Nullable [] wrapped) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALG = "RSA-OAEP-256+A256GCM";

    // Not the compact form: javac 17 forgets the type annotation of its parameter.
    public KeyRecord(KeyId kid, String recipient, byte @Nullable [] wrapped) {
        this.kid = kid;
        this.recipient = recipient;
        this.wrapped = wrapped == null ? null : wrapped.clone();
    }

    @Override
    public byte @Nullable [] wrapped() {
        return wrapped == null ? null : wrapped.clone();
    }

    public boolean erased() {
        return wrapped == null;
    }

    /** Key of the Kafka record. */
    public String key() {
        return kid + "/" + recipient;
    }

    /** Value of the Kafka record. */
    public byte[] value() {
        ObjectNode node = JSON.createObjectNode().put("kid", kid.toString()).put("recipient", recipient);
        if (wrapped == null) {
            node.put("erased", true);
        } else {
            node.put("alg", ALG)
                    .put("wrapped", Base64.getUrlEncoder().withoutPadding().encodeToString(wrapped));
        }
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record; an absent value (a Kafka tombstone) counts as erased.
     *
     * @throws IllegalArgumentException when key and value are no key record
     */
    public static KeyRecord parse(String key, byte @Nullable [] value) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a key record is keyed kid/recipient");
        }
        KeyId kid = KeyId.parse(key.substring(0, slash));
        String recipient = key.substring(slash + 1);
        if (value == null) {
            return new KeyRecord(kid, recipient, null);
        }
        JsonNode node = read(value);
        if (!kid.toString().equals(node.path("kid").asText())
                || !recipient.equals(node.path("recipient").asText())) {
            throw new IllegalArgumentException("key and value of a key record differ");
        }
        if (node.path("erased").asBoolean(false)) {
            return new KeyRecord(kid, recipient, null);
        }
        if (!ALG.equals(node.path("alg").asText()) || !node.path("wrapped").isTextual()) {
            throw new IllegalArgumentException("a key record has an algorithm known here and a wrapped key");
        }
        return new KeyRecord(
                kid,
                recipient,
                Base64.getUrlDecoder().decode(node.path("wrapped").textValue()));
    }

    private static JsonNode read(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a key record is JSON", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("a key record is text", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyRecord that
                && kid.equals(that.kid)
                && recipient.equals(that.recipient)
                && Arrays.equals(wrapped, that.wrapped);
    }

    @Override
    public int hashCode() {
        return key().hashCode() + Arrays.hashCode(wrapped);
    }

    @Override
    public String toString() {
        return "KeyRecord[" + key() + (erased() ? ", erased]" : "]");
    }
}
