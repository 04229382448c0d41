package io.hutong.web;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and truth values as query parameters: what is none is told with the name of the parameter
 * (422). A primitive needs a default value: an absent one would come here as an empty text.
 */
@Provider
public class PlainParameters implements ParamConverterProvider {
    private static final Kind INTEGER = new Kind(Integer::valueOf, "NOT_A_NUMBER", "须为整数", "Must be a whole number");
    private static final Kind LONG = new Kind(Long::valueOf, "NOT_A_NUMBER", "须为整数", "Must be a whole number");
    private static final Kind TRUTH =
            new Kind(PlainParameters::truth, "NOT_TRUE_OR_FALSE", "须为 true 或 false", "Must be true or false");
    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Integer.class,
            INTEGER,
            int.class,
            INTEGER,
            Long.class,
            LONG,
            long.class,
            LONG,
            Boolean.class,
            TRUTH,
            boolean.class,
            TRUTH);

    private record Kind(Function<String, Object> read, String code, String zh, String en) {}

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
        Kind kind = KINDS.get(raw);
        if (kind == null || annotations == null) {
            return null;
        }
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> (ParamConverter<T>) new Converter(kind, ((QueryParam) annotation).value()))
                .findFirst()
                .orElse(null);
    }

    private static boolean truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    private record Converter(Kind kind, String name) implements ParamConverter<Object> {
        @Override
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return kind.read.apply(text);
            } catch (IllegalArgumentException none) {
                // unlike a bare exception this is not turned into 404
                throw new WebApplicationException(InvalidParameter.of(name, kind.code, kind.zh, kind.en), 422);
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
