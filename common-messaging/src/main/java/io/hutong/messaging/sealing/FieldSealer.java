package io.hutong.messaging.sealing;

import io.hutong.events.Sealed;
import java.nio.charset.StandardCharsets;

/** Seals single fields of an event with the data key of their tenure and audience. */
public final class FieldSealer {
    static final String ALG = "A256GCM";

    private final String producer;
    private final DataKeys keys;

    public FieldSealer(String producer, DataKeys keys) {
        this.producer = producer;
        this.keys = keys;
    }

    /** Cipher text of the field's JSON, bound to event id and pointer ({@code eventId#/pointer}). */
    public Sealed.Closed<Object> seal(Sealed.Open<?> field, byte[] json, String binding) {
        KeyId kid = KeyId.of(producer, field.tenure(), field.audience());
        byte[] nonce = AesGcm.newNonce();
        byte[] cipherText = AesGcm.seal(keys.forSealing(kid), nonce, bound(binding), json);
        return new Sealed.Closed<>(kid.toString(), ALG, nonce, cipherText, binding);
    }

    static byte[] bound(String binding) {
        return binding.getBytes(StandardCharsets.UTF_8);
    }
}
