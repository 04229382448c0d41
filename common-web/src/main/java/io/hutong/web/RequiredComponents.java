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
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Holds clients to what the compiler already knows: in a null-marked package each component of a request's record must
 * be sent, unless it is {@code @Nullable} or primitive, and no list or map holds a null.
 */
final class RequiredComponents extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        RecordComponent component = component(member);
        return component != null && required(component) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        RecordComponent component = component(annotated);
        if (component == null) {
            return JsonSetter.Value.empty();
        }
        return JsonSetter.Value.construct(
                required(component) ? Nulls.FAIL : null, container(component.getType()) ? Nulls.FAIL : null);
    }

    /** Jackson has no exception of its own for an absent creator property, nor for a null where a number must be. */
    static boolean isMissing(DatabindException failure) {
        String message = failure.getOriginalMessage();
        return failure instanceof MismatchedInputException
                && message != null
                && (message.startsWith("Missing required creator property") || message.startsWith("Cannot map `null`"));
    }

    private static boolean required(RecordComponent component) {
        return !component.getType().isPrimitive()
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean container(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private static @Nullable RecordComponent component(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor)) {
            return null;
        }
        Class<?> owner = constructor.getDeclaringClass();
        if (!owner.isRecord() || !owner.getPackage().isAnnotationPresent(NullMarked.class)) {
            return null;
        }
        RecordComponent[] components = owner.getRecordComponents();
        return components.length == constructor.getParameterCount() ? components[parameter.getIndex()] : null;
    }
}
