package io.hutong.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.ResidentId;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Made-up businesses and people in the ranges that belong to nobody; each run makes new ones. */
final class DemoPeople {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DivisionCode COUNTY = DivisionCode.of("620702");
    private static final int SYNTHETIC_PEOPLE = 3_652_000;
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
    private static final String GIVEN = "安宁和顺康泰平福禄寿喜春华秋实兰桂松柏云霞明亮";

    private final RandomGenerator random;

    DemoPeople(RandomGenerator random) {
        this.random = random;
    }

    /** A person with an identity number of the years 1900 to 1909. */
    ObjectNode person() {
        return JSON.createObjectNode()
                .put("name", pick(SURNAMES) + pick(GIVEN) + pick(GIVEN))
                .put(
                        "residentId",
                        ResidentId.synthetic(COUNTY, random.nextInt(SYNTHETIC_PEOPLE))
                                .value())
                .put("residence", "甘肃省张掖市甘州区")
                .put("phone", "1990000%04d".formatted(random.nextInt(10_000)));
    }

    /** A small restaurant run by a family, with its filed members. */
    ObjectNode business(ObjectNode operator, JsonNode... familyMembers) {
        ObjectNode business = JSON.createObjectNode()
                .put("name", "张掖市甘州区" + pick(GIVEN) + pick(GIVEN) + pick(SURNAMES) + pick(GIVEN) + "面馆（个体工商户）")
                .put("entityType", familyMembers.length == 0 ? "INDIVIDUAL_PERSON" : "INDIVIDUAL_FAMILY")
                .put("onlineOnly", false);
        business.putArray("premises")
                .addObject()
                .put("division", COUNTY.value())
                .put("text", "东大街" + (1 + random.nextInt(200)) + "号")
                .put("kind", "PHYSICAL");
        business.putArray("scope").addObject().put("id", "H1001").put("text", "餐饮服务");
        business.putObject("industry").put("section", "H").put("code", "6210");
        business.set("operator", operator);
        business.putObject("registrar").put("name", "张掖市甘州区市场监督管理局").put("division", COUNTY.value());
        for (JsonNode member : familyMembers) {
            business.withArray("familyMembers")
                    .addObject()
                    .put("name", member.path("name").asText())
                    .put("residentId", member.path("residentId").asText());
        }
        return business;
    }

    /** A request to pass the business on, with every paper and promise that the kind asks for. */
    ObjectNode operatorChange(String kind, ObjectNode newOperator) {
        ObjectNode change = JSON.createObjectNode().put("kind", kind);
        change.set("newOperator", newOperator);
        for (String type : new String[] {"APPLICATION", "PROMISE", "OPERATOR_ID"}) {
            change.withArray("documents").addObject().put("type", type).put("sha256", digest());
        }
        change.putObject("promises")
                .put("debtsSettled", true)
                .put("conditionsMet", true)
                .put("noOpenCase", true);
        return change;
    }

    /** A permit as the housing department states it. */
    ObjectNode permit(String bizId) {
        String id = "DEMO-" + digest().substring(0, 16).toUpperCase(Locale.ROOT);
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "/agencies/HUD-620702")
                .put("type", "io.hutong.exchange.permit-granted.v1")
                .put("subject", bizId);
        event.putObject("data")
                .put("permitType", "RENTAL_HOUSING")
                .put("permitNo", "甘住建〔2026〕" + (1 + random.nextInt(9_999)) + "号")
                .put("department", "HUD")
                .put("validFrom", "2026-11-01");
        return event;
    }

    private String digest() {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < 64) {
            digits.append(Character.forDigit(random.nextInt(16), 16));
        }
        return digits.toString();
    }

    private String pick(String characters) {
        return String.valueOf(characters.charAt(random.nextInt(characters.length())));
    }
}
