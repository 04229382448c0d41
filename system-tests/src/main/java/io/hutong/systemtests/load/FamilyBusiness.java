package io.hutong.systemtests.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.ResidentId;
import java.time.LocalDate;

/** A family-run business that passes back and forth within its registered family: the load of the fault runs. */
public final class FamilyBusiness {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DivisionCode COUNTY = DivisionCode.of("620702");
    private static final String DIGITS = "零一二三四五六七八九";

    private final int number;
    private final Api register;
    private final String division;
    private String bizId = "";
    private String etag = "";
    private int turns;
    private int passes;
    private int trades;

    /** @param number distinguishes this business and its people from all others of the installation */
    public FamilyBusiness(int number, Api register) {
        this(number, register, "620702001001");
    }

    /** @param division of its premises: a township or a village of the district */
    public FamilyBusiness(int number, Api register, String division) {
        this.number = number;
        this.register = register;
        this.division = division;
    }

    public String bizId() {
        return bizId;
    }

    /** Registers the business, as established today. */
    public Api.Answer open() throws InterruptedException {
        return open(JSON.createObjectNode());
    }

    /** Registers a business that was established on an earlier day. */
    public Api.Answer open(LocalDate establishedOn) throws InterruptedException {
        return open(JSON.createObjectNode().put("establishedOn", establishedOn.toString()));
    }

    private Api.Answer open(ObjectNode body) throws InterruptedException {
        body.put("name", name(0)).put("entityType", "INDIVIDUAL_FAMILY").put("onlineOnly", false);
        premises(body, number + "号");
        scope(body);
        body.putObject("industry").put("section", "H").put("code", "6210");
        body.putObject("registrar").put("name", "张掖市甘州区市场监督管理局").put("division", COUNTY.value());
        body.set("operator", person(0));
        body.putArray("familyMembers").add(member(0)).add(member(1));
        Api.Answer answer = register.post("/businesses", body, null);
        bizId = answer.body().path("bizId").asText();
        etag = String.valueOf(answer.etag());
        return answer;
    }

    /** Passes the business to the other member of the family. */
    public Api.Answer passOn() throws InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("kind", "FAMILY_INTERNAL");
        body.set("newOperator", person((passes + 1) % 2));
        for (String type : new String[] {"APPLICATION", "PROMISE", "OPERATOR_ID"}) {
            body.withArray("documents").addObject().put("type", type).put("sha256", "0".repeat(64));
        }
        body.putObject("promises").put("debtsSettled", true).put("noOpenCase", true);
        Api.Answer answer = change("/operator-changes", body);
        passes += answer.accepted() ? 1 : 0;
        return answer;
    }

    /** Takes another name, each time a new one. */
    public Api.Answer rename() throws InterruptedException {
        return change("/changes", JSON.createObjectNode().put("name", name(++turns)));
    }

    /** Moves to another house in the same street. */
    public Api.Answer move() throws InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        premises(body, number + "号附" + (++turns) + "号");
        return change("/changes", body);
    }

    /** Takes up a trade, or gives it up. */
    public Api.Answer widen() throws InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        scope(body);
        if (++trades % 2 == 1) {
            body.withArray("scope").addObject().put("id", "F5211-01").put("text", "日用百货销售");
        }
        return change("/changes", body);
    }

    private Api.Answer change(String what, ObjectNode body) throws InterruptedException {
        Api.Answer answer = register.post("/businesses/" + bizId + what, body, etag);
        etag = answer.accepted()
                ? String.valueOf(answer.etag())
                : String.valueOf(register.get("/businesses/" + bizId).etag());
        return answer;
    }

    private String name(int turn) {
        return "张掖市甘州区第" + hanzi(number) + "号" + (turn == 0 ? "" : hanzi(turn)) + "面馆（个体工商户）";
    }

    private void premises(ObjectNode body, String text) {
        body.putArray("premises")
                .addObject()
                .put("division", division)
                .put("text", text)
                .put("kind", "PHYSICAL");
    }

    private static void scope(ObjectNode body) {
        body.putArray("scope").addObject().put("id", "H6210-01").put("text", "餐饮服务");
    }

    private ObjectNode person(int which) {
        return member(which).put("birthDate", "1980-01-01");
    }

    private ObjectNode member(int which) {
        return JSON.createObjectNode()
                .put("name", which == 0 ? "试甲" : "试乙")
                .put(
                        "residentId",
                        ResidentId.synthetic(COUNTY, 2 * number + which).value());
    }

    private static String hanzi(int number) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append(DIGITS.charAt(digit - '0')));
        return text.toString();
    }

    /** The answer's change, if it was registered. */
    public static String changeId(JsonNode answer) {
        return answer.path("changeId").asText();
    }
}
