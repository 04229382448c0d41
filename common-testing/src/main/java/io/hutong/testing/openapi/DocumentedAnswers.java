package io.hutong.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In every test of a service: each answer is one that its OpenAPI document promises, in status, kind and shape. */
public final class DocumentedAnswers implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(Comparison.class::isInstance)) {
            RestAssured.filters(new Comparison());
        }
    }

    private static final class Comparison implements Filter {
        private @Nullable OpenApiDocument published;

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification expected,
                FilterContext context) {
            Response answer = context.next(request, expected);
            URI uri = URI.create(request.getURI());
            if (uri.getPort() == RestAssured.port && !uri.getPath().startsWith("/q/")) {
                List<String> faults = new ArrayList<>();
                document().operation(request.getMethod(), uri.getPath()).ifPresent(operation -> {
                    operation.faultsOf(answer).forEach(faults::add);
                    operation.missing(request, answer).forEach(faults::add);
                });
                assertThat(faults)
                        .as("%s %s against the published interface", request.getMethod(), uri.getPath())
                        .isEmpty();
            }
            return answer;
        }

        private synchronized OpenApiDocument document() {
            if (published == null) {
                published = OpenApiDocument.of(RestAssured.port);
            }
            return published;
        }
    }
}
