package io.hutong.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A method that takes a body gets one: nothing and {@code null} are refused before it. */
@Provider
public class BodyRequired implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw Problem.of(
                    CommonProblems.MALFORMED_BODY,
                    "请求正文不能为空。",
                    "The request needs a body.",
                    new Violation("", "MISSING", "缺少请求正文", "The body is missing"));
        }
        return body;
    }
}
