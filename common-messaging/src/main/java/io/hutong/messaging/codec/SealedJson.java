package io.hutong.messaging.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.hutong.events.BlockingItem;
import io.hutong.events.ConsentScope;
import io.hutong.events.FinancingWish;
import io.hutong.events.PersonIdentity;
import io.hutong.events.PersonRef;
import io.hutong.events.ProfileLook;
import io.hutong.events.Sealed;
import io.hutong.identity.ResidentId;
import io.hutong.messaging.sealing.FieldSealer;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sealed fields: sealed while they are written, and bound to event id and JSON pointer while they are read. */
final class SealedJson {
    /** Attribute of reader and writer: the id of the event. */
    static final String EVENT_ID = "hutong.event-id";

    /** Attribute of the writer: the {@link FieldSealer}. */
    static final String SEALER = "hutong.sealer";

    private static final List<Class<?>> SENSITIVE = List.of(
            PersonIdentity.class,
            PersonRef.class,
            ResidentId.class,
            BlockingItem.class,
            BlockingItem.Items.class,
            ConsentScope.class,
            ProfileLook.class,
            FinancingWish.class);

    private SealedJson() {}

    static void register(SimpleModule module, ObjectMapper clear) {
        module.addSerializer(Sealed.class, new Writer(clear));
        module.addDeserializer(Sealed.class, new Reader());
        SENSITIVE.forEach(type -> refuse(type, module));
    }

    private static <T> void refuse(Class<T> type, SimpleModule module) {
        module.addSerializer(type, new Refusal<>(type));
    }

    private static String binding(@Nullable Object eventId, JsonStreamContext place) {
        return eventId + "#" + place.pathAsPointer();
    }

    /** The JSON form. */
    record ClosedJson(
            @Nullable String kid,
            @Nullable String alg,
            @Nullable String iv,
            @Nullable String ct) {}

    @SuppressWarnings("rawtypes")
    private static final class Writer extends StdSerializer<Sealed> {
        private static final long serialVersionUID = 1L;

        private final ObjectMapper clear;

        Writer(ObjectMapper clear) {
            super(Sealed.class);
            this.clear = clear;
        }

        @Override
        public void serialize(Sealed field, JsonGenerator generator, SerializerProvider provider) throws IOException {
            String binding = binding(provider.getAttribute(EVENT_ID), generator.getOutputContext());
            Sealed.Closed<?> closed = close(field, binding, provider);
            if (!closed.binding().equals(binding)) {
                throw new JsonMappingException(generator, "a sealed field cannot move to another place or event");
            }
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            generator.writeStartObject();
            generator.writeStringField("kid", closed.kid());
            generator.writeStringField("alg", closed.alg());
            generator.writeStringField("iv", base64.encodeToString(closed.iv()));
            generator.writeStringField("ct", base64.encodeToString(closed.ct()));
            generator.writeEndObject();
        }

        private Sealed.Closed<?> close(Sealed<?> field, String binding, SerializerProvider provider)
                throws IOException {
            if (field instanceof Sealed.Closed<?> closed) {
                return closed;
            }
            Sealed.Open<?> open = (Sealed.Open<?>) field;
            if (provider.getAttribute(SEALER) instanceof FieldSealer sealer) {
                return sealer.seal(open, clear.writeValueAsBytes(open.value()), binding);
            }
            throw new IllegalStateException("an open field is written by the codec alone");
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Reader extends StdDeserializer<Sealed> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Sealed.class);
        }

        @Override
        public Sealed deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String binding = binding(context.getAttribute(EVENT_ID), parser.getParsingContext());
            ClosedJson json = context.readValue(parser, ClosedJson.class);
            if (json.kid() == null || json.alg() == null || json.iv() == null || json.ct() == null) {
                throw new JsonMappingException(parser, "a sealed field has kid, alg, iv and ct");
            }
            try {
                Base64.Decoder base64 = Base64.getUrlDecoder();
                return new Sealed.Closed<>(
                        json.kid(), json.alg(), base64.decode(json.iv()), base64.decode(json.ct()), binding);
            } catch (IllegalArgumentException e) {
                throw new JsonMappingException(parser, "iv and ct are base64url");
            }
        }
    }

    /** Keeps a careless event record from sending a person in clear. */
    private static final class Refusal<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        Refusal(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            throw new JsonMappingException(
                    generator, handledType().getSimpleName() + " stands in an event inside a sealed field only");
        }
    }
}
