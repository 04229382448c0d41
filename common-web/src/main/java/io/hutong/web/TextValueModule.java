package io.hutong.web;

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
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.hutong.identity.TextValue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Value objects are one JSON string, read by their own {@code of(String)}, so that their rules hold at the door. */
public final class TextValueModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public TextValueModule() {
        super("hutong-text-values");
        addSerializer(TextValue.class, new Writer());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Readers());
    }

    private static final class Writer extends StdSerializer<TextValue> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(TextValue.class);
        }

        @Override
        public void serialize(TextValue value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.value());
        }
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            Class<?> raw = type.getRawClass();
            return TextValue.class.isAssignableFrom(raw) && raw != TextValue.class
                    ? new Reader(raw.asSubclass(TextValue.class))
                    : null;
        }
    }

    private static final class Reader extends StdDeserializer<TextValue> {
        private static final long serialVersionUID = 1L;

        Reader(Class<? extends TextValue> type) {
            super(type);
        }

        @Override
        public TextValue deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (TextValue) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return TextValues.of(handledType().asSubclass(TextValue.class), parser.getText());
            } catch (RuntimeException broken) {
                // message without the value: Jackson's own would quote it
                throw JsonMappingException.from(parser, "not a valid value", broken);
            }
        }
    }
}
