package io.hutong.credit.repair.adapter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.hutong.credit.repair.WriteExplanation;
import io.hutong.rules.Explanation;
import io.hutong.rules.Value;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** As the interface shows it; values stand as in a rule file. */
@ApplicationScoped
class JsonExplanation implements WriteExplanation {
    private final ObjectMapper json;

    JsonExplanation(ObjectMapper json) {
        this.json = json.copy().registerModule(new SimpleModule().addSerializer(Value.class, new ValueText()));
    }

    @Override
    public String write(Explanation explanation) {
        try {
            return json.writeValueAsString(explanation);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("an account cannot be written", failure);
        }
    }

    private static final class ValueText extends StdSerializer<Value> {
        private static final long serialVersionUID = 1L;

        ValueText() {
            super(Value.class);
        }

        @Override
        public void serialize(Value value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.text());
        }
    }
}
