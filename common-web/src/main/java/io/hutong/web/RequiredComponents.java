package io.hutong.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Holds clients to what the compiler already knows: in a null-marked package each component of a request's record must
 * be sent, unless it is {@code @Nullable} or primitive.
 */
final class RequiredComponents extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return required(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return required(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
    }

    /** Jackson has no exception of its own for an absent creator property, nor for a null where a number must be. */
    static boolean isMissing(DatabindException failure) {
        String message = failure.getOriginalMessage();
        return failure instanceof MismatchedInputException
                && message != null
                && (message.startsWith("Missing required creator property") || message.startsWith("Cannot map `null`"));
    }

    private static boolean required(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor)) {
            return false;
        }
        Class<?> owner = constructor.getDeclaringClass();
        if (!owner.isRecord() || !owner.getPackage().isAnnotationPresent(NullMarked.class)) {
            return false;
        }
        RecordComponent[] components = owner.getRecordComponents();
        if (components.length != constructor.getParameterCount()) {
            return false;
        }
        RecordComponent component = components[parameter.getIndex()];
        return !component.getType().isPrimitive()
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
