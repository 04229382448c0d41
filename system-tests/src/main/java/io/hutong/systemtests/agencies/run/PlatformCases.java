package io.hutong.systemtests.agencies.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.systemtests.agencies.files.CsvMessage;
import io.hutong.systemtests.agencies.files.FileImport;
import io.hutong.systemtests.agencies.party.Channel;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Deed;
import io.hutong.systemtests.agencies.party.Fault;
import java.time.Duration;
import java.util.List;

/** The province's platform delivers lines of the register as a file. */
final class PlatformCases implements Runnable {
    private static final String PLATFORM = "PLATFORM";
    private static final DivisionCode COUNTY = DivisionCode.of("620702");
    private static final int CODES = 40_000;
    private static final List<String> COLUMNS = List.of(
            "uscc",
            "name",
            "entityType",
            "establishedOn",
            "registrarDivision",
            "registrarName",
            "premisesDivision",
            "premisesText",
            "scopeItems",
            "industrySection",
            "industryClass",
            "onlineOnly",
            "operatorName",
            "operatorResidentId",
            "operatorResidence",
            "operatorPhone",
            "operatorBirthDate",
            "familyMembers",
            "status");

    private final Scene scene;
    private final Promises promises;
    private final Channel<CsvMessage> imports;

    PlatformCases(Scene scene, Promises promises) {
        this.scene = scene;
        this.promises = promises;
        this.imports = new FileImport(scene.register(), "/imports");
    }

    @Override
    public void run() {
        keep("delivers", Conduct.GOOD, "[TAKEN]", 1);
        keep("TWICE", Conduct.with(Fault.TWICE), "[TAKEN, DUPLICATE, DUPLICATE]", 1);
        keep("LATE", Conduct.with(Fault.LATE).after(Duration.ofSeconds(1)), "[TAKEN]", 1);
        keep("WRONG_CODE", Conduct.with(Fault.WRONG_CODE), "[202 uscc.check line 2 uscc]", 0);
        keep("WRONG_SCHEMA", Conduct.with(Fault.WRONG_SCHEMA), "[202 csv.columns line 2]", 0);
        keep("NO_ANSWER", Conduct.with(Fault.NO_ANSWER), "[]", 0);
    }

    private void keep(String fault, Conduct conduct, String replies, int registered) {
        promises.keep("province platform, FILE, " + fault, () -> {
            int number = scene.number();
            String uscc = UnifiedSocialCreditCode.synthetic(COUNTY, 1 + number % CODES)
                    .value();
            scene.behave(PLATFORM, conduct);
            Deed deed = scene.simulator()
                    .actor(PLATFORM)
                    .say("DELIVERED a line", uscc, new CsvMessage(COLUMNS, List.of(line(number, uscc))), imports);
            Promises.same("replies", replies, deed.replies().toString());
            Promises.same(
                    "businesses of this code", registered, registered(uscc).size());
            return replies + ", in the register: " + registered;
        });
    }

    private JsonNode registered(String uscc) throws InterruptedException {
        return Scene.good(scene.register().get("/businesses?uscc=" + uscc)).path("items");
    }

    private static List<String> line(int number, String uscc) {
        return List.of(
                uscc,
                "张掖市甘州区" + hanzi(number) + "号农资店（个体工商户）",
                "INDIVIDUAL_PERSON",
                "2019-05-31",
                COUNTY.value(),
                "张掖市甘州区市场监督管理局",
                "620702102200",
                number + "号",
                "F5161-01:化肥销售",
                "F",
                "5166",
                "false",
                "试丙",
                ResidentId.synthetic(COUNTY, number).value(),
                "",
                "",
                "1980-01-01",
                "",
                "ACTIVE");
    }

    private static String hanzi(int number) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append("零一二三四五六七八九".charAt(digit - '0')));
        return text.toString();
    }
}
