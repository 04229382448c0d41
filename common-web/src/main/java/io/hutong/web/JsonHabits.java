package io.hutong.web;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** How bodies are read: strictly, since a registration must not rest on a guess. */
@Singleton
class JsonHabits implements ObjectMapperCustomizer {
    @Override
    @SuppressWarnings("deprecation") // the builder is not ours to configure
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new TextValueModule());
        mapper.setAnnotationIntrospectors(
                mapper.getSerializationConfig().getAnnotationIntrospector(),
                AnnotationIntrospector.pair(
                        new RequiredComponents(),
                        mapper.getDeserializationConfig().getAnnotationIntrospector()));
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        // 2.7 is no version 2
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }
}
