package io.hutong.credit.shared.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and maps of texts as JSON in a column. */
@Singleton
public class JsonTexts {
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, String>> MAP = new TypeReference<>() {};

    private final ObjectMapper json;

    JsonTexts(ObjectMapper json) {
        this.json = json;
    }

    public String write(Object texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a column cannot be written");
        }
    }

    public List<String> texts(String column) {
        return read(column, LIST);
    }

    public Map<String, String> byName(String column) {
        return read(column, MAP);
    }

    private <T> T read(String column, TypeReference<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a column cannot be read");
        }
    }
}
