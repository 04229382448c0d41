package io.hutong.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.testing.openapi.OpenApiDocument;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may call what: a table of endpoint, roles and agencies, held against the published interface and then tried, every
 * endpoint with every role of every agency. An endpoint that is not in the table fails the test that nobody wrote for it.
 */
public final class AccessMatrix {
    private static final String ID = "0198f2d0-0000-7000-8000-000000000001";
    private static final List<String> AGENCIES = List.of("AMR", "TAX", "JCO", "FIN");
    private static final List<String> ROLES = List.of(
            "registrar",
            "tax-officer",
            "service",
            "flow-operator",
            "subsidy-officer",
            "exchange-admin",
            "credit-officer",
            "report-filer",
            "event-sender",
            "bank",
            "credit-platform");

    private record Allowed(Set<String> roles, Set<String> agencies) {
        boolean permits(String role, String agency) {
            boolean any = agencies.contains("*") && AGENCIES.contains(agency);
            return roles.contains(role) && (any || agencies.contains(agency));
        }
    }

    private final Map<String, List<Allowed>> table = new TreeMap<>();
    private final Map<String, String> forged;
    private final List<String> agencies = new ArrayList<>(AGENCIES);

    private AccessMatrix(String client, String rows) {
        this.forged = ForgedTokens.of(client);
        rows.lines().filter(row -> !row.isBlank()).forEach(row -> {
            String[] cells = row.split("\\|", -1);
            table.computeIfAbsent(cells[0].strip(), endpoint -> new ArrayList<>())
                    .add(new Allowed(
                            Set.of(cells[1].strip().split(" +", -1)),
                            Set.of(cells[2].strip().split(" +", -1))));
        });
    }

    /**
     * @param client a client of the issuer with rights in this service, whose tokens are forged
     * @param rows a line {@code METHOD /path | role role | AGENCY AGENCY} for each endpoint; {@code *} is any agency;
     *     several lines of one endpoint add up
     */
    public static AccessMatrix of(String client, String rows) {
        return new AccessMatrix(client, rows);
    }

    /** Agencies beside the usual ones whose clients are tried too; {@code *} in the table does not mean them. */
    public AccessMatrix alsoTrying(String... others) {
        agencies.addAll(List.of(others));
        return this;
    }

    /** The table names exactly the endpoints that the service publishes, those of delivery too; each is described. */
    public AccessMatrix isComplete() {
        assertThat(published()).isEqualTo(table.keySet());
        assertThat(OpenApiDocument.of(RestAssured.port).gaps()).isEmpty();
        return this;
    }

    /** Without a token nothing answers on either port but what the file of public endpoints lists. */
    public AccessMatrix nothingElseIsPublic() {
        PublicEndpoints.areExactlyThoseListed();
        return this;
    }

    /** Without a token, and with each forged one: 401. */
    public AccessMatrix letsNobodyInWithoutAGoodToken() {
        List<String> faults = new ArrayList<>();
        for (String endpoint : table.keySet()) {
            expect(faults, endpoint, "no token", call(given(), endpoint), 401);
            forged.forEach((what, token) ->
                    expect(faults, endpoint, what, call(given().auth().oauth2(token), endpoint), 401));
        }
        assertThat(faults).isEmpty();
        return this;
    }

    /** Every role of every agency: 403, or let in, as the table says. */
    public AccessMatrix letsInWhomTheTableNames() {
        List<String> faults = new ArrayList<>();
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String agency : agencies) {
            ROLES.forEach(role -> tokens.put(role + " " + agency, TestTokens.with(agency, role)));
        }
        table.forEach((endpoint, allowed) -> tokens.forEach((who, token) -> {
            String[] words = who.split(" ", -1);
            Response answer = call(given().auth().oauth2(token), endpoint);
            if (allowed.stream().noneMatch(some -> some.permits(words[0], words[1]))) {
                expect(faults, endpoint, who, answer, 403);
            } else if (answer.statusCode() == 401 || answer.statusCode() == 403 || answer.statusCode() >= 500) {
                faults.add(endpoint + " for " + who + " is " + answer.statusCode());
            }
        }));
        assertThat(faults).isEmpty();
        return this;
    }

    private static Set<String> published() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths");
        Set<String> endpoints = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method -> !method.equals("parameters"))
                .forEach(method -> endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return endpoints;
    }

    private static void expect(List<String> faults, String endpoint, String who, Response answer, int status) {
        boolean problem = String.valueOf(answer.contentType()).startsWith("application/problem+json");
        if (answer.statusCode() != status || !problem) {
            faults.add(endpoint + " for " + who + " is " + answer.statusCode() + " " + answer.contentType());
        }
    }

    private static Response call(RequestSpecification as, String endpoint) {
        String[] parts = endpoint.split(" ", -1);
        String path = parts[1].replaceAll("\\{[^}]+}", ID);
        if (parts[0].equals("GET")) {
            return as.get(path);
        }
        boolean file = path.endsWith("imports");
        return as.contentType(file ? "text/csv" : "application/json")
                .header("Idempotency-Key", "access " + endpoint)
                .header("If-Match", "\"1\"")
                .body(file ? "uscc" : "{}")
                .request(parts[0], path);
    }
}
