package io.hutong.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client sent to the token endpoint: the grant, and its credentials in the form or by basic authentication. */
record TokenRequest(String grantType, String clientId, String secret) {

    static TokenRequest of(@Nullable String authorization, String body) {
        Map<String, String> form = form(body);
        String grant = form.getOrDefault("grant_type", "");
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            String[] pair = basic(authorization.substring(6)).split(":", 2);
            return new TokenRequest(grant, decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
        }
        return new TokenRequest(grant, form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
    }

    private static String basic(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded.trim()), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
