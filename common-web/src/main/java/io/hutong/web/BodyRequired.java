package io.hutong.web;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method that takes a body gets one, unless it is {@code @Nullable}: nothing and {@code null} are refused before it. */
@Provider
public class BodyRequired implements ReaderInterceptor {
    private final ResourceInfo resource;

    BodyRequired(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null && !optional(context.getType())) {
            throw Problem.of(
                    CommonProblems.MALFORMED_BODY,
                    "请求正文不能为空。",
                    "The request needs a body.",
                    new Violation("", "MISSING", "缺少请求正文", "The body is missing"));
        }
        return body;
    }

    private boolean optional(Class<?> body) {
        return Stream.of(resource.getResourceMethod().getParameters())
                .filter(parameter -> parameter.getType() == body)
                .anyMatch(parameter -> parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
