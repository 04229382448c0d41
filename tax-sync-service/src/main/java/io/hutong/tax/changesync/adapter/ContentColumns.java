package io.hutong.tax.changesync.adapter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.tax.changesync.Content;
import io.hutong.tax.shared.storage.JsonColumns;
import io.hutong.tax.taxpayer.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Writes what a change asks for into two columns: the public part as JSON, who an operator is encrypted. */
@ApplicationScoped
class ContentColumns {
    private final ObjectMapper json;
    private final JsonColumns columns;

    ContentColumns(ObjectMapper json, JsonColumns columns) {
        this.json = json.copy().addMixIn(Content.class, Kinds.class).addMixIn(Operator.class, NameOnly.class);
        this.columns = columns;
    }

    String write(Content content) {
        try {
            return json.writerFor(Content.class).writeValueAsString(content);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(
                    "a change cannot be written: " + failure.getClass().getSimpleName());
        }
    }

    byte @Nullable [] encrypt(Content content) {
        Operator operator = null;
        if (content instanceof Content.NewOperator asked) {
            operator = asked.operator();
        } else if (content instanceof Content.NewOperatorName asked) {
            operator = asked.operator();
        }
        return operator == null ? null : columns.encrypt(operator, ChangeRow.OPERATOR);
    }

    Content read(String text, byte @Nullable [] operator) {
        Content content = parse(text);
        if (operator == null) {
            return content;
        }
        Operator known = columns.operator(operator, ChangeRow.OPERATOR);
        if (content instanceof Content.NewOperator asked) {
            return new Content.NewOperator(
                    asked.way(),
                    asked.regime(),
                    asked.oldTenureId(),
                    asked.newTenureId(),
                    known,
                    asked.certificateId());
        }
        return content instanceof Content.NewOperatorName asked
                ? new Content.NewOperatorName(asked.tenureId(), known)
                : content;
    }

    private Content parse(String text) {
        try {
            return json.readValue(text, Content.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(
                    "a change cannot be read: " + failure.getClass().getSimpleName());
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "asks")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Content.Opening.class, name = "opening"),
        @JsonSubTypes.Type(value = Content.NewFacts.class, name = "facts"),
        @JsonSubTypes.Type(value = Content.NewOperator.class, name = "operator"),
        @JsonSubTypes.Type(value = Content.NewOperatorName.class, name = "operator-name"),
        @JsonSubTypes.Type(value = Content.Notice.class, name = "notice"),
        @JsonSubTypes.Type(value = Content.Departure.class, name = "departure"),
        @JsonSubTypes.Type(value = Content.Annulment.class, name = "annulment")
    })
    private interface Kinds {}

    @JsonIgnoreProperties({"identity", "ref"})
    private interface NameOnly {}
}
