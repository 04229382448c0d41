package io.hutong.exchange.intake.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.events.DomainEvent;
import io.hutong.events.EventTypes;
import io.hutong.events.ExchangeEvent;
import io.hutong.events.Origin;
import io.hutong.events.Sealed;
import io.hutong.exchange.intake.ReadContent;
import io.hutong.exchange.intake.Statement;
import io.hutong.identity.InvalidValue;
import io.hutong.identity.OperatorTenureId;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record of the contract from its components: the origin is given by us, a sealed one is read in clear and marked
 * for sealing, the others are read as they are.
 */
@ApplicationScoped
class JsonContent implements ReadContent {
    private final IntakeSchemas schemas;
    private final SealedFields sealed;
    private final ObjectMapper json;

    JsonContent(IntakeSchemas schemas, SealedFields sealed, ObjectMapper json) {
        this.schemas = schemas;
        this.sealed = sealed;
        this.json = json;
    }

    @Override
    public ExchangeEvent handle(Statement statement, Origin origin, OperatorTenureId tenure) {
        JsonNode data = tree(statement.data());
        List<Violation> violations = schemas.violations(statement.type(), data);
        if (!violations.isEmpty()) {
            throw invalid(violations.toArray(Violation[]::new));
        }
        Class<? extends DomainEvent> type =
                EventTypes.classOf(statement.type()).orElseThrow(() -> new IllegalStateException("no such type"));
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(component -> value(component, statement.type(), data, origin, tenure))
                .toArray();
        return (ExchangeEvent) create(type, values);
    }

    private @Nullable Object value(
            RecordComponent component, String type, JsonNode data, Origin origin, OperatorTenureId tenure) {
        if (component.getType() == Origin.class) {
            return origin;
        }
        String name = component.getName();
        JsonNode field = data.get(name);
        if (field == null || field.isNull()) {
            return null;
        }
        JavaType declared = json.constructType(component.getGenericType());
        if (component.getType() == Sealed.class) {
            return Sealed.under(tenure, sealed.of(type, name), read(name, field, declared.containedType(0)));
        }
        return read(name, field, declared);
    }

    private Object read(String name, JsonNode field, JavaType type) {
        try {
            return json.readerFor(type).readValue(field);
        } catch (JsonMappingException otherForm) {
            throw invalid(new Violation("/data/" + name, "schema.format", "格式不对", "does not have its form"));
        } catch (JsonProcessingException | InvalidValue otherForm) {
            throw invalid(new Violation("/data/" + name, "schema.format", "格式不对", "does not have its form"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Object create(Class<?> type, @Nullable Object[] values) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(components).newInstance(values);
        } catch (InvocationTargetException refused) {
            throw invalid(new Violation("/data", "event.content", "各项之间不一致", "the fields do not fit each other"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be made", e);
        }
    }

    private JsonNode tree(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read");
        }
    }

    private static Problem invalid(Violation... violations) {
        return Problem.of(
                CommonProblems.INVALID_REQUEST,
                "数据不符合该类事件的格式，请按 violations 更正。",
                "The data do not fit events of this type; correct what violations name.",
                violations);
    }
}
