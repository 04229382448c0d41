package io.hutong.web.openapi;

import io.hutong.web.Idempotent;
import io.hutong.web.RequiresAgency;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jspecify.annotations.Nullable;

/** Adds to each operation what all share: who may call it, the headers it takes and gives, and its refusals. */
final class Operations {
    static final String PROBLEM = "Problem";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName RESPONSE = DotName.createSimple(Response.class);

    private static final Map<String, String> REFUSALS = Map.of(
            "400", "Malformed: the body, a header or the cursor",
            "401", "No valid access token",
            "403", "Not for this role or agency",
            "404", "There is no such thing",
            "409", "Its state forbids it, or someone else is changing it; see type",
            "412", "Changed since it was read; currentVersion tells the version",
            "415", "Not this kind of content",
            "422", "A rule is broken; violations names the places",
            "428", "If-Match is missing",
            "default", "Any other refusal: too large, too many, temporarily unavailable, a fault");

    private Operations() {}

    static void complete(Operation operation, MethodInfo method) {
        agencies(method)
                .ifPresent(names -> operation.setDescription(
                        (operation.getDescription() == null ? "" : operation.getDescription() + " ") + "For " + names
                                + "."));
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        boolean versioned = parameters.stream().anyMatch(Operations::versioned);
        boolean inPath = parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
        boolean query = parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
        boolean body = operation.getRequestBody() != null;
        boolean writes = body || method.hasAnnotation(Idempotent.class);
        if (body) {
            operation.getRequestBody().setRequired(!optionalBody(method));
        }
        if (method.hasAnnotation(Idempotent.class)) {
            operation.addParameter(key());
        }
        refusals(
                operation,
                "401",
                "403",
                "default",
                writes || query ? "400" : null,
                inPath ? "404" : null,
                writes ? "409" : null,
                versioned ? "412" : null,
                body ? "415" : null,
                body || query ? "422" : null,
                versioned ? "428" : null);
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2") && method.returnType().name().equals(RESPONSE)) {
                headers(status, answer);
            }
        });
    }

    private static Optional<String> agencies(MethodInfo method) {
        return Stream.of(
                        method.annotation(RequiresAgency.class),
                        method.declaringClass().declaredAnnotation(RequiresAgency.class))
                .filter(found -> found != null)
                .findFirst()
                .map(AnnotationInstance::value)
                .map(value -> String.join(", ", Arrays.asList(value.asStringArray())));
    }

    private static boolean versioned(Parameter parameter) {
        boolean ifMatch = HttpHeaders.IF_MATCH.equals(parameter.getName());
        if (ifMatch && parameter.getDescription() == null) {
            parameter.setRequired(true);
            parameter.setDescription("The version that was read: its ETag");
        }
        return ifMatch;
    }

    private static boolean optionalBody(MethodInfo method) {
        return method.parameters().stream()
                .filter(parameter -> parameter.declaredAnnotations().stream()
                        .noneMatch(
                                annotation -> annotation.name().packagePrefix().startsWith("jakarta.ws.rs")))
                .map(MethodParameterInfo::type)
                .anyMatch(type -> type.hasAnnotation(NULLABLE));
    }

    private static Parameter key() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(true)
                .description("New for each request, the same when it is repeated: then it is done once, and answered"
                        + " as the first time. Kept 30 days")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .pattern("^[!-~]{1,128}$"));
    }

    private static void refusals(Operation operation, @Nullable String... statuses) {
        for (String status : statuses) {
            if (status != null) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse()
                                        .description(REFUSALS.get(status))
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        OASFactory.createMediaType()
                                                                .schema(SchemaTypes.to(PROBLEM)))));
            }
        }
    }

    private static void headers(String status, APIResponse answer) {
        if (!status.equals("200")) {
            answer.addHeader(HttpHeaders.LOCATION, header("Where it can be followed"));
        }
        answer.addHeader(HttpHeaders.ETAG, header("The version, for If-Match; of what has versions"));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
