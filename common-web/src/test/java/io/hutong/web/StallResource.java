package io.hutong.web;

import io.hutong.identity.BizId;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A small service in the shape of the real ones, to be refused by in every way. */
@Path("/stalls")
@RolesAllowed("registrar")
@Produces("application/json")
@Consumes("application/json")
public class StallResource {
    enum Kind {
        FOOD,
        REPAIR
    }

    record Operator(
            String name, ResidentId residentId, @Nullable String phone) {}

    record Stall(String name, @Nullable Kind kind, @Nullable LocalDate openOn, int size, List<Operator> operators) {}

    record Open(String name, String how) {}

    private final DataSource database;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    StallResource(DataSource database, IdempotentRequests idempotent, Caller caller) {
        this.database = database;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    @POST
    public Map<String, Object> read(Stall stall) {
        return Map.of("name", stall.name(), "operators", stall.operators().size());
    }

    @GET
    @Path("/caller")
    @RolesAllowed({"registrar", "tax-officer"})
    public Map<String, Object> caller() {
        return Map.of("client", caller.clientId(), "agency", caller.agency(), "registrar", caller.hasRole("registrar"));
    }

    @GET
    @Path("/by-id/{bizId}")
    public String byId(@PathParam("bizId") BizId bizId) {
        return "\"" + bizId + "\"";
    }

    @GET
    @Path("/by-code")
    public String byCode(@QueryParam("uscc") UnifiedSocialCreditCode uscc) {
        return "\"" + uscc + "\"";
    }

    @GET
    @Path("/counted")
    public String counted(
            @QueryParam("count") @Nullable Integer count,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("from") @DefaultValue("1") int from,
            @QueryParam("after") @DefaultValue("2") long after,
            @QueryParam("all") @DefaultValue("false") boolean all) {
        return "\"" + count + " " + open + " " + from + " " + after + " " + all + "\"";
    }

    @GET
    @Path("/amr-only")
    @RequiresAgency("AMR")
    public String amrOnly() {
        return "\"welcome\"";
    }

    @PUT
    @Path("/versioned")
    public Response versioned(@HeaderParam("If-Match") @Nullable String ifMatch) {
        Preconditions.check(Preconditions.requireVersion(ifMatch), 7);
        return Response.noContent().tag(Preconditions.etag(8)).build();
    }

    @GET
    @Path("/fault/{how}")
    public String fault(@PathParam("how") String how) throws Throwable {
        throw switch (how) {
            case "secret" -> new IllegalStateException("canary-Zhang-110101190001010017", new Exception("canary"));
            case "json" ->
                new IllegalStateException(
                        new com.fasterxml.jackson.core.JsonParseException(null, "stored text is broken"));
            case "error" -> new StackOverflowError();
            default -> Problem.of(CommonProblems.NOT_FOUND, "没有", "none").with("how", how);
        };
    }

    @POST
    @Path("/duplicate")
    @Transactional
    public void duplicate() throws SQLException {
        insert("the same");
        insert("the same");
    }

    @POST
    @Path("/deadlock")
    public void deadlock() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> ensure("a", "b"));
        var barrier = new CyclicBarrier(2);
        var other = CompletableFuture.runAsync(() -> touchBoth("b", "a", barrier));
        try {
            touchBoth("a", "b", barrier);
        } finally {
            Throwable failure = other.handle((done, fault) -> fault).get(20, TimeUnit.SECONDS);
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private void touchBoth(String first, String second, CyclicBarrier barrier) {
        QuarkusTransaction.requiringNew().run(() -> {
            run("update stall set touched = touched + 1 where name = ?", first);
            try {
                barrier.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            run("update stall set touched = touched + 1 where name = ?", second);
        });
    }

    @GET
    @Path("/ping")
    @PermitAll
    public String ping() {
        run("select name from stall where name = ?", "x");
        return "\"pong\"";
    }

    @GET
    @Path("/who")
    @Produces("text/plain")
    public String plainText() {
        return "text";
    }

    @POST
    @Path("/unmarked")
    public Response unmarked(Open open) {
        return idempotent.once("POST /stalls/unmarked", open, () -> open(open));
    }

    @POST
    @Path("/perhaps")
    public String perhaps(@Nullable Open open) {
        return open == null ? "nothing" : "a stall";
    }

    @POST
    @Path("/idempotent")
    @Idempotent
    public Response idempotent(Open open) {
        return idempotent.once("POST /stalls/idempotent", open, () -> open(open));
    }

    private Response open(Open open) {
        run("insert into stall(name) values(?)", open.name());
        return switch (open.how()) {
            case "fail" -> throw Problem.of(CommonProblems.NOT_FOUND, "没有", "none");
            case "refuse" ->
                Response.status(409).entity(Map.of("refused", true)).build();
            case "accept" -> Response.accepted().build();
            default ->
                Response.created(URI.create("/stalls/1"))
                        .tag(Preconditions.etag(1))
                        .entity(Map.of("name", open.name()))
                        .build();
        };
    }

    private void ensure(String... names) {
        for (String name : names) {
            run("insert ignore into stall(name) values(?)", name);
        }
    }

    private void insert(String name) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("insert into stall(name) values(?)")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    private void run(String sql, String parameter) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
