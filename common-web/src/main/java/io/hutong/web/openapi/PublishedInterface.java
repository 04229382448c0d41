package io.hutong.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Completes the OpenAPI document when a service is built; operations are identified by class and method until then. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class PublishedInterface implements OASFilter {
    /** Bodies that a method reads for itself. */
    private static final Set<DotName> RAW =
            Set.of(DotName.createSimple(InputStream.class), DotName.createSimple(byte[].class));

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

    private static final DotName STREAM = DotName.createSimple(StreamingOutput.class);

    private final IndexView index;

    public PublishedInterface(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        SchemaTypes sent = new SchemaTypes(index, schemas);
        SchemaTypes all = new SchemaTypes(index, schemas);
        EverySchema.operations(document).forEach(operation -> {
            MethodInfo method = method(operation);
            sent(operation, method, sent);
            sent(operation, method, all);
            answered(operation, method, all);
            Operations.complete(operation, method);
            operation.setOperationId(name(method));
        });
        ByName.walkTheRest(index, schemas, all);
        new SchemaShapes(index, document, new TreeSet<>(sent.found().keySet())).give(all.found());
        document.getComponents().addSchema(Operations.PROBLEM, problem());
    }

    private MethodInfo method(Operation operation) {
        String id = operation.getOperationId();
        int end = id.lastIndexOf('_');
        ClassInfo resource = index.getClassByName(DotName.createSimple(id.substring(0, end)));
        return resource.methods().stream()
                .filter(method -> method.name().equals(id.substring(end + 1)))
                .filter(method -> METHODS.stream().anyMatch(method::hasDeclaredAnnotation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no method " + id));
    }

    private static String name(MethodInfo method) {
        String resource = method.declaringClass().name().withoutPackagePrefix();
        return method.name() + resource.replaceFirst("Resource$", "");
    }

    private static void sent(Operation operation, MethodInfo method, SchemaTypes types) {
        for (MethodParameterInfo parameter : method.parameters()) {
            boolean body = parameter.declaredAnnotations().isEmpty()
                    && !RAW.contains(parameter.type().name());
            if (body && operation.getRequestBody() != null) {
                content(operation.getRequestBody().getContent(), parameter.type(), types);
            }
        }
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .forEach(documented -> method.parameters().stream()
                            .filter(parameter -> parameter.declaredAnnotations().stream()
                                    .anyMatch(annotation -> annotation.value() != null
                                            && annotation.value().value().equals(documented.getName())))
                            .forEach(parameter -> types.walk(parameter.type(), documented.getSchema())));
        }
    }

    private static void answered(Operation operation, MethodInfo method, SchemaTypes types) {
        var declared = method.annotation(APIResponseSchema.class);
        Type type = declared == null ? method.returnType() : declared.value().asClass();
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(answer -> content(answer.getContent(), type, types));
    }

    private static void content(@Nullable Content content, Type type, SchemaTypes types) {
        if (content != null) {
            for (MediaType media : content.getMediaTypes().values()) {
                if (type.name().equals(STREAM)) {
                    media.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
                } else {
                    types.walk(type, media.getSchema());
                }
            }
        }
    }

    private static Schema problem() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A refusal (RFC 9457); other members depend on the type, see docs/problems")
                .addProperty(
                        "type",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .format("uri"))
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text)
                .addProperty("traceId", text)
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.OBJECT)
                                        .addProperty("pointer", text)
                                        .addProperty("code", text)
                                        .addProperty("message", text)
                                        .addRequired("pointer")
                                        .addRequired("code")
                                        .addRequired("message")))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("detail")
                .addRequired("traceId");
    }
}
