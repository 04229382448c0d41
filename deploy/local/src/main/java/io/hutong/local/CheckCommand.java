package io.hutong.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.local.client.Tokens;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PortName;
import io.hutong.local.parts.UserMistake;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        description = {
            "逐项比对登记簿与税务记录（规范导出）",
            "compare the register with the tax records, field by field (canonical export)"
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Override
    public Integer call() throws IOException, InterruptedException, NoSuchAlgorithmException {
        Installation here = Installation.current();
        Map<String, String> register = export(here, PortName.REGISTRATION);
        Map<String, String> tax = export(here, PortName.TAX);
        TreeSet<String> all = new TreeSet<>(register.keySet());
        all.addAll(tax.keySet());
        all.removeIf(biz -> register.getOrDefault(biz, "").equals(tax.getOrDefault(biz, "")));
        all.stream()
                .limit(SHOWN)
                .forEach(biz -> show(biz, register.getOrDefault(biz, "-"), tax.getOrDefault(biz, "-")));
        System.out.printf("  登记 · register  %,9d  sha256 %s%n", register.size(), digest(register));
        System.out.printf("  税务 · tax       %,9d  sha256 %s%n", tax.size(), digest(tax));
        System.out.printf("  字段 · fields    %s%n", fields(register));
        System.out.printf("  差异 · differ    %,9d%n", all.size());
        return all.isEmpty() ? 0 : 1;
    }

    private static Map<String, String> export(Installation here, PortName service)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(here.ports().url(service) + "/exports/canonical"))
                .header("Authorization", "Bearer " + Tokens.of(here).of("operator"))
                .build();
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new UserMistake("导出失败 · export refused: " + answer.statusCode() + " " + request.uri());
        }
        ObjectMapper json = new ObjectMapper();
        Map<String, String> businesses = new TreeMap<>();
        try (Stream<String> lines = answer.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                businesses.put(json.readTree(line).path("bizId").asText(), line);
            }
        }
        return businesses;
    }

    private static void show(String biz, String register, String tax) {
        System.out.println("  " + biz + "\n    register " + register + "\n    tax      " + tax);
    }

    private static String fields(Map<String, String> businesses) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : businesses.values().stream().limit(SHOWN).toList()) {
            JsonNode business = json.readTree(line);
            business.fieldNames().forEachRemaining(names::add);
        }
        return String.join(", ", names);
    }

    private static String digest(Map<String, String> businesses) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        businesses.values().forEach(line -> sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }
}
