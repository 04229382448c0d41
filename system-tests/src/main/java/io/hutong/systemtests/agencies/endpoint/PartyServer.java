package io.hutong.systemtests.agencies.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hutong.systemtests.agencies.party.Conduct;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The parties on a port of this machine: {@code GET /parties} and {@code GET /parties/{code}} show what they did,
 * {@code PUT /parties/{code}/conduct} sets their faults, {@code POST /parties/{code}/statements} has them state something, and
 * {@code /parties/{code}/inbox} takes, and shows, what a service posts to them; {@code /parties/{code}/inbox/shown} tells what a
 * public platform shows after it.
 */
public final class PartyServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Answer NOT_FOUND = Answer.problem(404, "no such party, or nothing by that name");

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Board> boards = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Stating stating;
    private final Acknowledging acknowledging;
    private final HttpServer server;

    private PartyServer(List<Member> members, Stating stating, Tokens tokens, HttpServer server) {
        for (Member member : members) {
            this.members.put(member.actor().party().code(), member);
            boards.put(member.actor().party().code(), new Board(member.inbox()));
        }
        this.stating = stating;
        this.acknowledging = new Acknowledging(tokens, threads, Clock.systemUTC());
        this.server = server;
    }

    /** @param port 0 for any that is free */
    public static PartyServer start(int port, List<Member> members, Stating stating, Tokens tokens) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        PartyServer server = new PartyServer(members, stating, tokens, http);
        http.createContext("/", server::serve);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            Optional<Answer> answer = answer(call);
            if (answer.isPresent()) {
                send(call, answer.get());
            }
        }
    }

    private Optional<Answer> answer(HttpExchange call) throws IOException {
        try {
            String[] path = call.getRequestURI().getPath().split("/", 5);
            if (path.length < 2 || !path[1].equals("parties")) {
                return Optional.of(NOT_FOUND);
            }
            if (path.length == 2 && call.getRequestMethod().equals("GET")) {
                return Optional.of(new Answer(200, MemberJson.list(members.values())));
            }
            Member member = path.length == 2 ? null : members.get(path[2]);
            if (member == null) {
                return Optional.of(NOT_FOUND);
            }
            return answer(call, member, path.length == 3 ? "" : path[3], path.length < 5 ? "" : path[4]);
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            return Optional.of(Answer.problem(400, String.valueOf(wrong.getMessage())));
        } catch (IllegalStateException trouble) {
            return Optional.of(Answer.problem(500, String.valueOf(trouble.getMessage())));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Answer> answer(HttpExchange call, Member member, String what, String rest)
            throws IOException, InterruptedException {
        return switch (call.getRequestMethod() + " " + what) {
            case "GET " -> Optional.of(new Answer(200, MemberJson.of(member)));
            case "PUT conduct" -> {
                member.actor().behave(Conduct.of(body(call)));
                yield Optional.of(new Answer(200, member.actor().conduct().toJson()));
            }
            case "POST statements" -> Optional.of(new Answer(200, statement(member, body(call))));
            case "POST inbox" -> acknowledging.post(call, member, rest);
            case "GET inbox" ->
                Optional.of(
                        new Answer(200, rest.equals("shown") ? shown(call, member) : MemberJson.of(member.inbox())));
            default -> Optional.of(NOT_FOUND);
        };
    }

    private JsonNode shown(HttpExchange call, Member member) throws JsonProcessingException {
        Board board = Objects.requireNonNull(boards.get(member.actor().party().code()));
        Map<String, String> query = new LinkedHashMap<>();
        String asked = call.getRequestURI().getQuery();
        for (String pair : asked == null ? new String[0] : asked.split("&")) {
            query.put(pair.replaceAll("=.*", ""), pair.replaceAll(".*=", ""));
        }
        return board.shown(query.getOrDefault("after", ""), Integer.parseInt(query.getOrDefault("limit", "1000")));
    }

    private JsonNode statement(Member member, JsonNode wanted) throws InterruptedException {
        return MemberJson.of(stating.state(
                member.actor().party().code(),
                wanted.path("type").asText(),
                wanted.path("subject").asText()));
    }

    private static JsonNode body(HttpExchange call) throws IOException {
        return JSON.readTree(call.getRequestBody());
    }

    private static void send(HttpExchange call, Answer answer) throws IOException {
        JsonNode body = answer.body();
        if (body == null) {
            call.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", answer.contentType());
        call.sendResponseHeaders(answer.status(), bytes.length);
        call.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
