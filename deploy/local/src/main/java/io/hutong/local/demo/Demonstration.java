package io.hutong.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.local.client.Answer;
import io.hutong.local.client.Polling;
import io.hutong.local.client.ServiceClient;
import io.hutong.local.client.Tokens;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PortName;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Plays a registrar, a tax officer, the housing department, the credit desk and an operator at the filing page, by the same
 * REST calls that any client makes.
 */
public final class Demonstration {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** With these a taxed business owes nothing and has nothing open. */
    private static final List<String> NOTHING_OPEN = List.of(
            "UNDER_INSPECTION",
            "LATE_FEE",
            "FINES",
            "INVOICE_EVER_ISSUED",
            "OTHER_OPEN.UNFILED_RETURN",
            "OTHER_OPEN.NON_NORMAL",
            "OTHER_OPEN.ORDER_TO_CORRECT",
            "OTHER_OPEN.PIT_SETTLEMENT",
            "OTHER_OPEN.LIQUIDATION_FILING",
            "OTHER_OPEN.REFUND_PENDING",
            "OTHER_OPEN.SPECIAL_ADJUSTMENT",
            "OTHER_OPEN.TRANSFER_PENDING",
            "OTHER_OPEN.OTHER");

    private final ServiceClient register;
    private final ServiceClient tax;
    private final ServiceClient exchange;
    private final LateReportDemo lateReport;
    private final DemoPeople people;

    private Demonstration(
            ServiceClient register,
            ServiceClient tax,
            ServiceClient exchange,
            LateReportDemo lateReport,
            DemoPeople people) {
        this.register = register;
        this.tax = tax;
        this.exchange = exchange;
        this.lateReport = lateReport;
        this.people = people;
    }

    public static Demonstration of(Installation installation) {
        Tokens tokens = Tokens.of(installation);
        var register = new ServiceClient(installation.ports().url(PortName.REGISTRATION), () -> tokens.of("amr"));
        String credit = installation.ports().url(PortName.CREDIT);
        return new Demonstration(
                register,
                new ServiceClient(installation.ports().url(PortName.TAX), () -> tokens.of("tax")),
                new ServiceClient(installation.ports().url(PortName.EXCHANGE), () -> tokens.of("hud")),
                new LateReportDemo(
                        register,
                        new ServiceClient(credit, () -> tokens.of("credit")),
                        new ServiceClient(credit, () -> tokens.of("portal"))),
                new DemoPeople(new SecureRandom()));
    }

    /** Immediate, held and precleared, in this order. */
    public List<Story> run() {
        return List.of(immediate(), held(), precleared());
    }

    /** The housing department sends a permit in by HTTP; the register shows it. */
    public PermitStory permit() {
        String bizId = open(null);
        JsonNode event = people.permit(bizId);
        Answer taken = Polling.first(PATIENCE, 422, () -> exchange.state(event));
        JsonNode settled = Polling.until(
                "event " + taken.location(),
                PATIENCE,
                () -> exchange.get("/events/" + last(taken.location())),
                PermitStory::settled);
        return new PermitStory(settled, register.get("/businesses/" + bizId).body());
    }

    /** A business on the abnormal list files what is missing, and is off the list everywhere. */
    public LateReportStory lateReport() {
        return lateReport.play(people.business(people.person()));
    }

    private Story immediate() {
        ObjectNode heir = people.person();
        String business = open(heir);
        String change = changeOperator(business, "FAMILY_INTERNAL", heir);
        return story("immediate", "immediate · 家庭内变更，税务立即同步 · within the family, tax follows at once", change);
    }

    private Story held() {
        ObjectNode heir = people.person();
        String business = open(heir);
        fact(business, "EVER_HANDLED_TAX", "YES");
        NOTHING_OPEN.forEach(item -> fact(business, item, "NO"));
        fact(business, "ARREARS", "YES");
        String change = changeOperator(business, "FAMILY_INTERNAL", heir);
        await(change, view -> shows(view, "TAX_DIVERGENT"));
        fact(business, "ARREARS", "NO");
        return story("held", "held · 家庭内变更，欠税先暂挂，缴清后自动完成 · held for arrears, completes when paid", change);
    }

    private Story precleared() {
        String business = open(null);
        String change = changeOperator(business, "INTER_VIVOS", people.person());
        return story("precleared", "precleared · 转让，先清税后登记 · transfer, tax clears before the register", change);
    }

    /** Opens a business and waits until tax has its record. */
    private String open(@org.jspecify.annotations.Nullable ObjectNode familyMember) {
        ObjectNode operator = people.person();
        ObjectNode body =
                familyMember == null ? people.business(operator) : people.business(operator, operator, familyMember);
        Answer opened = register.post("/businesses", body);
        String bizId = last(opened.location());
        Polling.until("taxpayer " + bizId, PATIENCE, () -> tax.get("/taxpayers/" + bizId), view -> true);
        return bizId;
    }

    private String changeOperator(String bizId, String kind, ObjectNode newOperator) {
        String etag = register.get("/businesses/" + bizId).etag();
        Answer requested = register.post(
                "/businesses/" + bizId + "/operator-changes", people.operatorChange(kind, newOperator), etag);
        return last(requested.location());
    }

    private void fact(String bizId, String item, String value) {
        ObjectNode body = JSON.createObjectNode().put("item", item).put("value", value);
        if (item.equals("ARREARS") && value.equals("YES")) {
            body.put("amountFen", 128_050);
        }
        tax.post("/taxpayers/" + bizId + "/facts", body);
    }

    private Story story(String name, String title, String changeId) {
        return new Story(name, title, finished(changeId));
    }

    private JsonNode finished(String changeId) {
        return await(changeId, view -> view.path("state").asText().equals("FINISHED"));
    }

    private JsonNode await(String changeId, Predicate<JsonNode> fits) {
        return Polling.until(
                "operator change " + changeId, PATIENCE, () -> register.get("/operator-changes/" + changeId), fits);
    }

    private static boolean shows(JsonNode view, String what) {
        for (JsonNode entry : view.path("timeline")) {
            if (entry.path("what").asText().equals(what)) {
                return true;
            }
        }
        return false;
    }

    private static String last(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
