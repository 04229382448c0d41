package io.hutong.web;

import io.hutong.identity.InvalidValue;
import io.hutong.identity.TextValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Value objects as path and query parameters: an impossible path names nothing (404), an impossible query is told (422). */
@Provider
public class TextValueParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
        if (!TextValue.class.isAssignableFrom(raw)) {
            return null;
        }
        String query = Arrays.stream(annotations == null ? new Annotation[0] : annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
        return (ParamConverter<T>) new Converter(raw.asSubclass(TextValue.class), query);
    }

    private record Converter(
            Class<? extends TextValue> type, @Nullable String query) implements ParamConverter<TextValue> {
        @Override
        public @Nullable TextValue fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return TextValues.of(type, text);
            } catch (InvalidValue invalid) {
                if (query == null) {
                    throw invalid;
                }
                // unlike a bare exception this is not turned into 404
                throw new WebApplicationException(BodyFailures.invalid("?" + query, invalid), 422);
            }
        }

        @Override
        public String toString(TextValue value) {
            return value.value();
        }
    }
}
