package io.hutong.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a client repeat a POST without doing it twice: the answer is stored under the client's Idempotency-Key in the
 * same transaction as the effect, kept 30 days, and given again.
 */
@ApplicationScoped
public class IdempotentRequests {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final Caller caller;
    private final HttpHeaders headers;
    private final ResourceInfo resource;
    private final IdempotencyKeys keys;
    private final AnswerVault vault;
    private final ObjectMapper json;
    private final ObjectMapper canonical;

    IdempotentRequests(
            Caller caller,
            HttpHeaders headers,
            ResourceInfo resource,
            IdempotencyKeys keys,
            AnswerVault vault,
            ObjectMapper json) {
        this.caller = caller;
        this.headers = headers;
        this.resource = resource;
        this.keys = keys;
        this.vault = vault;
        this.json = json;
        this.canonical = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        this.canonical.setConfig(canonical.getSerializationConfig().with(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY));
    }

    /**
     * Runs the supplier once per key of this client: in one transaction with the stored answer, joined by the use cases
     * it calls. A second request with the same key waits for the first, then gets its answer again. What is not 2xx is
     * rolled back and not stored, so that it may be tried again.
     *
     * @param operation what is asked for, for example {@code POST /businesses}; one key serves one operation
     * @param body what the client sent, to tell a repetition from a key used twice (422)
     */
    public Response once(String operation, @Nullable Object body, Supplier<Response> supplier) {
        if (!resource.getResourceMethod().isAnnotationPresent(Idempotent.class)) {
            throw new IllegalStateException(operation + " is not marked @Idempotent, so its document is wrong");
        }
        var key = new IdempotencyKeys.Key(caller.clientId(), requiredKey());
        String digest = vault.digest(operation + "\n" + write(canonical, body));
        try {
            return QuarkusTransaction.joiningExisting().call(() -> inTransaction(key, operation, digest, supplier));
        } catch (Unstored unstored) {
            return unstored.response;
        }
    }

    private Response inTransaction(
            IdempotencyKeys.Key key, String operation, String digest, Supplier<Response> supplier) {
        IdempotencyKeys.Entry entry = keys.claim(key, operation, digest);
        if (entry.answer() != null) {
            if (!entry.digest().equals(digest)) {
                throw Problem.of(
                        CommonProblems.IDEMPOTENCY_KEY_REUSED,
                        "同一 Idempotency-Key 不能用于不同的请求。",
                        "One Idempotency-Key cannot serve two different requests.");
            }
            return response(entry.answer())
                    .header("Idempotency-Replayed", "true")
                    .build();
        }
        Response made = supplier.get();
        if (made.getStatus() < 200 || made.getStatus() > 299) {
            throw new Unstored(made);
        }
        var answer = new IdempotencyKeys.Answer(
                made.getStatus(),
                made.getHeaderString(HttpHeaders.LOCATION),
                made.getHeaderString(HttpHeaders.ETAG),
                made.hasEntity() ? vault.lock(write(json, made.getEntity())) : null);
        keys.store(key, answer);
        return response(answer).build();
    }

    private Response.ResponseBuilder response(IdempotencyKeys.Answer answer) {
        var builder = Response.status(answer.status());
        if (answer.location() != null) {
            builder.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            builder.header(HttpHeaders.ETAG, answer.etag());
        }
        if (answer.body() != null) {
            builder.type("application/json").entity(vault.unlock(answer.body()));
        }
        return builder;
    }

    private String requiredKey() {
        String key = headers.getHeaderString("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw Problem.of(
                    CommonProblems.IDEMPOTENCY_KEY_REQUIRED,
                    "请为每个新的请求生成一个 Idempotency-Key（1 到 128 个可见 ASCII 字符），重试时使用同一个。",
                    "Make an Idempotency-Key (1 to 128 visible ASCII characters) per new request; repeat it on retry.");
        }
        return key;
    }

    private static String write(ObjectMapper mapper, @Nullable Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("request and answer must be writable as JSON", e);
        }
    }

    /** Carries a refusal out of the transaction, which it thereby rolls back. */
    private static final class Unstored extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Response response;

        Unstored(Response response) {
            super("not 2xx", null, false, false);
            this.response = response;
        }
    }
}
