package io.hutong.messaging.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hutong.messaging.sealing.KeyUnsealer;
import io.hutong.messaging.sealing.SealingFailure;
import java.io.IOException;

/** The JSON of the contract, apart from the JSON of the REST resources: strict where a mistake would be silent. */
final class EventJson implements KeyUnsealer.ClearJson {
    /** For events: sensitive values are refused outside sealed fields. */
    final ObjectMapper events;

    /** For what is inside sealed fields. */
    final ObjectMapper clear;

    EventJson() {
        clear = mapper(new SimpleModule("values"));
        SimpleModule sealing = new SimpleModule("sealing");
        SealedJson.register(sealing, clear);
        events = mapper(sealing);
    }

    @Override
    public <T> T read(byte[] json, Class<T> type) {
        try {
            return clear.readValue(json, type);
        } catch (IOException e) {
            // The message of the cause could quote a personal value.
            throw new SealingFailure("a sealed field holds no " + type.getSimpleName());
        }
    }

    private static ObjectMapper mapper(SimpleModule module) {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new TextValueModule())
                .addModule(module)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRAP_EXCEPTIONS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** Where reading or writing failed and how, without any value. */
    static String describe(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping) {
            StringBuilder path = new StringBuilder();
            for (JsonMappingException.Reference reference : mapping.getPath()) {
                path.append('/')
                        .append(reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName());
            }
            return path + ": " + e.getClass().getSimpleName();
        }
        return "no JSON";
    }
}
