package io.hutong.systemtests.agencies.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An address to which acknowledgements are posted, as a service would have one. */
final class MailBox implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> receipts = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private MailBox(HttpServer server) {
        this.server = server;
    }

    static MailBox open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        MailBox mailBox = new MailBox(server);
        server.createContext("/", mailBox::take);
        server.start();
        return mailBox;
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            receipts.add(JSON.readTree(call.getRequestBody()).path("receipt").asText());
            call.sendResponseHeaders(204, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/acknowledgements";
    }

    /** In the order of their coming. */
    List<String> receipts() {
        return List.copyOf(receipts);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
