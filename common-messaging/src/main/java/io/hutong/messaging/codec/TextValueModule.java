package io.hutong.messaging.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.hutong.identity.TextValue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Value objects of one text: a JSON string, read by their static {@code of(String)}. */
final class TextValueModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    TextValueModule() {
        super("text-values");
        addSerializer(TextValue.class, new Writer());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public @Nullable JsonDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription description) {
                Class<?> raw = type.getRawClass();
                return TextValue.class.isAssignableFrom(raw) ? new Reader(factoryOf(raw)) : null;
            }
        });
    }

    private static Method factoryOf(Class<?> type) {
        try {
            Method factory = type.getMethod("of", String.class);
            if (Modifier.isStatic(factory.getModifiers()) && factory.getReturnType() == type) {
                return factory;
            }
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no static of(String)", e);
        }
        throw new IllegalStateException(type.getName() + " has no static of(String)");
    }

    private static final class Writer extends StdSerializer<TextValue> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(TextValue.class);
        }

        @Override
        public void serialize(TextValue value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.value());
        }
    }

    private static final class Reader extends JsonDeserializer<Object> {
        private final Method factory;

        Reader(Method factory) {
            this.factory = factory;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new JsonMappingException(parser, "expects text");
            }
            try {
                return factory.invoke(null, parser.getText());
            } catch (InvocationTargetException e) {
                throw new JsonMappingException(
                        parser, "is no " + factory.getReturnType().getSimpleName());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(factory + " is not accessible", e);
            }
        }
    }
}
