package io.hutong.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares declared problem types with their pages {@code docs/problems/<slug>.md}. For the tests of each service: a
 * type without a page that shows slug, titles, status and a fitting example is not finished.
 */
public final class ProblemPages {
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    private ProblemPages() {}

    /** The types that these classes declare as public constants. */
    public static List<ProblemType> declaredIn(Class<?>... holders) {
        return Arrays.stream(holders)
                .flatMap(holder -> Arrays.stream(holder.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ProblemType.class)
                .map(ProblemPages::value)
                .toList();
    }

    private static ProblemType value(Field constant) {
        try {
            return (ProblemType) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("public constants can be read", e);
        }
    }

    /** What the pages in this folder lack, one line each; empty when all is well. */
    public static List<String> defects(Path folder, List<ProblemType> types) throws IOException {
        var defects = new ArrayList<String>();
        for (ProblemType type : types) {
            Path page = folder.resolve(type.slug() + ".md");
            if (Files.exists(page)) {
                check(Files.readString(page), type, defects);
            } else {
                defects.add(type.slug() + ": no page");
            }
        }
        return defects;
    }

    private static void check(String page, ProblemType type, List<String> defects) throws IOException {
        for (String part : List.of("# `" + type.slug() + "`", type.zh(), type.en(), "Status " + type.status())) {
            if (!page.contains(part)) {
                defects.add(type.slug() + ": does not say " + part);
            }
        }
        var matcher = EXAMPLE.matcher(page);
        if (!matcher.find()) {
            defects.add(type.slug() + ": no example");
            return;
        }
        JsonNode example = new ObjectMapper().readTree(matcher.group(1));
        boolean fits = example.path("type").asText().equals(type.uri().toString())
                && example.path("title").asText().equals(type.zh())
                && example.path("status").asInt() == type.status()
                && example.hasNonNull("detail")
                && example.hasNonNull("traceId");
        if (!fits) {
            defects.add(type.slug() + ": the example is not what is sent");
        }
    }
}
