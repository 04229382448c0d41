package io.hutong.systemtests.year;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.load.Api;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A random sample of the reports that were filed, and what people say of false ones. */
final class Checks {
    private static final String SEED = "甘肃省2026年第一批";

    private final Year year;
    private final Script script;
    private int drawn;

    Checks(Year year, Script script) {
        this.year = year;
        this.script = script;
    }

    void spotCheck() throws Exception {
        List<String> filed = year.texts("select biz_id from annual_report where report_year = " + Year.REPORT_YEAR);
        int size = Math.max(5, filed.size() / 200);
        year.figures.step("draw a sample, look into it, publish the results", () -> {
            JsonNode check = year.officer
                    .post(
                            "/spot-checks",
                            Year.json()
                                    .put("reportYear", Year.REPORT_YEAR)
                                    .put("size", size)
                                    .put("seed", SEED),
                            null)
                    .body();
            drawn = check.path("size").asInt();
            String id = check.path("checkId").asText();
            List<String> sample =
                    year.texts("select biz_id from spot_check_item where check_id = '" + id + "' order by biz_id");
            boolean again = new TreeSet<>(sample).equals(new TreeSet<>(again(filed, size)));
            year.figures.expect("whoever has seed and codes draws the same sample", 1, again ? 1 : 0);
            return Year.each(
                    sample,
                    bizId -> accepted(year.officer.post(
                            "/spot-checks/" + id + "/results",
                            Year.json().put("bizId", bizId).put("result", "CONSISTENT"),
                            null)));
        });
        year.figures.expect("drawn", size, drawn);
    }

    private static List<String> again(List<String> filed, int size) {
        Map<String, String> order = filed.stream().collect(Collectors.toMap(Function.identity(), Checks::sha256));
        return filed.stream()
                .sorted(Comparator.comparing(order::get))
                .limit(size)
                .toList();
    }

    private static String sha256(String bizId) {
        try {
            byte[] text = (SEED + bizId).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every second one turns out to be true, and its business is listed. */
    void falseData() throws Exception {
        year.figures.step("reports of false data, each looked into", () -> {
            for (int i = 0; i < script.falsifiers().size(); i++) {
                String bizId = script.falsifiers().get(i);
                JsonNode taken = accepted(year.officer.post(
                        "/false-data-reports",
                        Year.json()
                                .put("bizId", bizId)
                                .put("reportYear", Year.REPORT_YEAR)
                                .put("claim", "营业额与实际不符"),
                        null));
                boolean confirmed = i % 2 == 0;
                accepted(year.officer.post(
                        "/false-data-reports/" + taken.path("reportId").asText() + "/finding",
                        Year.json().put("outcome", confirmed ? "CONFIRMED" : "UNFOUNDED"),
                        null));
                if (confirmed) {
                    ObjectNode finding = Year.json().put("ground", "ABN_FALSE").put("reportYear", Year.REPORT_YEAR);
                    accepted(year.officer.post(
                            "/businesses/" + bizId + "/abnormal-entries", finding.put("provenOn", "2026-06-25"), null));
                }
            }
            return script.falsifiers().size();
        });
        year.figures.expect(
                "listed for false data",
                listedForFalseData(),
                year.credit("select count(*) from abnormal_entry where ground = 'ABN_FALSE' and open_key is not null"));
    }

    int drawn() {
        return drawn;
    }

    int listedForFalseData() {
        return (script.falsifiers().size() + 1) / 2;
    }

    private JsonNode accepted(Api.Answer answer) {
        if (!answer.accepted()) {
            year.figures.finding("refused: " + answer.body());
        }
        return answer.body();
    }
}
