package io.hutong.web;

import io.hutong.identity.TextValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Makes value objects from text through their static {@code of(String)}. */
final class TextValues {
    private static final ClassValue<Method> OF = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> type) {
            try {
                return type.getMethod("of", String.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type.getSimpleName() + " has no static of(String)", e);
            }
        }
    };

    private TextValues() {}

    static <T extends TextValue> T of(Class<T> type, String text) {
        try {
            return type.cast(OF.get(type).invoke(null, text));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException broken) {
                throw broken;
            }
            throw new IllegalStateException(type.getSimpleName() + ".of failed", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getSimpleName() + ".of is not public", e);
        }
    }
}
