package io.hutong.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.local.client.Patience;
import io.hutong.local.client.ServiceClient;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The refused lines of an import, page by page. */
final class ErrorList {
    private final ServiceClient service;
    private final String path;
    private final Patience patience;

    ErrorList(ServiceClient service, String path, Patience patience) {
        this.service = service;
        this.path = path;
        this.patience = patience;
    }

    /** Prints each with its number, code and reason; returns {@code line,code} of each. */
    List<String> print(PrintStream out) {
        List<String> refused = new ArrayList<>();
        String next = "";
        do {
            String query = next.isEmpty() ? "" : "?cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = patience.next(() -> service.get(path + query)).body();
            for (JsonNode error : page.path("items")) {
                String line = error.path("line").asText();
                String code = error.path("code").asText();
                out.println(
                        "  " + line + ": " + code + " " + error.path("reason").asText());
                refused.add(line + "," + code);
            }
            next = page.path("next").asText("").replace("null", "");
        } while (!next.isEmpty());
        return refused;
    }
}
