package io.hutong.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.local.client.ServiceClient;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The refused lines of an import, page by page. */
final class ErrorList {
    private final ServiceClient service;
    private final String path;

    ErrorList(ServiceClient service, String path) {
        this.service = service;
        this.path = path;
    }

    /** @return how many lines were refused */
    long print(PrintStream out) {
        long count = 0;
        String next = "";
        do {
            String query = next.isEmpty() ? "" : "?cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = service.get(path + query).body();
            for (JsonNode error : page.path("items")) {
                out.println("  " + error.path("line").asText() + ": " + reason(error));
                count++;
            }
            next = page.path("next").asText("").replace("null", "");
        } while (!next.isEmpty());
        return count;
    }

    private static String reason(JsonNode error) {
        String zh = error.path("zh").asText("");
        String en = error.path("en").asText("");
        return zh.isEmpty() && en.isEmpty() ? error.toString() : zh + " · " + en;
    }
}
