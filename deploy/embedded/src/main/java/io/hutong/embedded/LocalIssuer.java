package io.hutong.embedded;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small OpenID Connect issuer for one machine: client credentials only, RS256, 127.0.0.1 only. To the services it is
 * one provider among others.
 */
public final class LocalIssuer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final String url;
    private final Map<String, IssuerClient> clients;
    private final IssuerTokens tokens;

    private LocalIssuer(int port, IssuerKey key, Map<String, IssuerClient> clients) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 128);
        this.url = "http://127.0.0.1:" + server.getAddress().getPort();
        this.clients = clients;
        this.tokens = new IssuerTokens(url, key, Clock.systemUTC());
        this.threads = Executors.newFixedThreadPool(4);
        server.setExecutor(threads);
        server.createContext("/", new IssuerEndpoints(url, key, tokens, clients)::answer);
        server.start();
    }

    /** Starts on the port (0 chooses one) with the key of the file, which is made if it is missing. */
    public static LocalIssuer start(int port, Path keyFile, List<IssuerClient> clients) {
        Map<String, IssuerClient> byId = new LinkedHashMap<>();
        clients.forEach(client -> byId.put(client.clientId(), client));
        try {
            return new LocalIssuer(port, IssuerKey.in(keyFile), byId);
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer cannot listen on port " + port, e);
        }
    }

    /** Arguments: port, key file, file of clients (JSON array of id, secret, agency, roles). Runs until told to end. */
    public static void main(String... arguments) throws IOException {
        List<IssuerClient> clients = clientsIn(Path.of(arguments[2]));
        LocalIssuer issuer = start(Integer.parseInt(arguments[0]), Path.of(arguments[1]), clients);
        Runtime.getRuntime().addShutdownHook(new Thread(issuer::close));
        System.out.println("issuer ready on " + issuer.url());
    }

    public static List<IssuerClient> clientsIn(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), new TypeReference<List<IssuerClient>>() {});
    }

    public String url() {
        return url;
    }

    /** A token as the client itself would get it. */
    public String token(String clientId) {
        return tokens.tokenFor(client(clientId), IssuerTokens.LIFETIME);
    }

    /** A token of that audience and lifetime; a negative lifetime makes an expired one. */
    public String token(String clientId, String audience, Duration lifetime) {
        return tokens.token(client(clientId), List.of(audience), lifetime);
    }

    /** A token for a client nobody registered, signed with the right key. */
    public String tokenFor(IssuerClient stranger) {
        return tokens.tokenFor(stranger, IssuerTokens.LIFETIME);
    }

    private IssuerClient client(String clientId) {
        IssuerClient client = clients.get(clientId);
        if (client == null) {
            throw new IllegalArgumentException("no client " + clientId);
        }
        return client;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
