package io.hutong.tax.shared.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.messaging.ColumnCipher;
import io.hutong.tax.taxpayer.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Columns that hold a small structure as JSON, in clear, or encrypted where it tells who a person is. */
@ApplicationScoped
public class JsonColumns {
    private final ObjectMapper json;
    private final ColumnCipher cipher;

    public JsonColumns(ObjectMapper json, ColumnCipher cipher) {
        this.json = json;
        this.cipher = cipher;
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            // without its cause, whose message may repeat the value
            throw new IllegalStateException(
                    "a column cannot be written: " + failure.getClass().getSimpleName());
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw unreadable(failure);
        }
    }

    public <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw unreadable(failure);
        }
    }

    public byte[] encrypt(Operator operator, String context) {
        return cipher.encrypt(write(operator), context);
    }

    public Operator operator(byte[] column, String context) {
        return read(cipher.decrypt(column, context), Operator.class);
    }

    public byte @Nullable [] encryptText(@Nullable String text, String context) {
        return text == null ? null : cipher.encrypt(text, context);
    }

    public @Nullable String text(byte @Nullable [] column, String context) {
        return column == null ? null : cipher.decrypt(column, context);
    }

    private static IllegalStateException unreadable(JsonProcessingException failure) {
        return new IllegalStateException(
                "a column cannot be read: " + failure.getClass().getSimpleName());
    }
}
