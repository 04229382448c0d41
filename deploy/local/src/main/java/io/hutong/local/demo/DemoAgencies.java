package io.hutong.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.local.client.Answer;
import io.hutong.local.client.Refusal;
import io.hutong.local.client.ServiceClient;
import io.hutong.local.client.Tokens;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PortName;
import java.util.List;

/** Registers some agencies at the exchange, with a client of the local issuer each. What is registered already stays as it is. */
public final class DemoAgencies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "io.hutong.exchange.";
    private static final List<String> PERMITS =
            List.of(EVENTS + "permit-granted.v1", EVENTS + "permit-changed.v1", EVENTS + "permit-ended.v1");
    private static final List<String> ELIGIBILITY = List.of(EVENTS + "eligibility-answered.v1");

    private static final List<Agency> ALL = List.of(
            new Agency("TOWN-620702102", "town", "大满镇人民政府", List.of(EVENTS + "premises-verified.v1"), "620702102"),
            new Agency("HRSS-620702", "hrss", "甘州区人力资源和社会保障局", ELIGIBILITY, "620702"),
            new Agency("VET-620702", "vet", "甘州区退役军人事务局", ELIGIBILITY, "620702"),
            new Agency("HUD-620702", "hud", "甘州区住房和城乡建设局", PERMITS, "620702"),
            new Agency("FI-620702-BANK", "bank", "演示银行甘州支行", List.of(), "620702"),
            new Agency("GUA-620702", "gua", "甘州区创业担保贷款中心", List.of(), "620702"));

    /** An agency, its client, and what it may state where. */
    private record Agency(String code, String client, String name, List<String> types, String division) {
        ObjectNode profile() {
            ObjectNode profile = JSON.createObjectNode().put("name", name).put("state", "ACTIVE");
            profile.putArray("contacts")
                    .addObject()
                    .put("role", "SHARING_OFFICER")
                    .put("name", "演示联系人");
            profile.putArray("clients").add(client);
            return profile;
        }

        ObjectNode grants() {
            ObjectNode grants = JSON.createObjectNode();
            ObjectNode grant = grants.putArray("grants").addObject();
            types.forEach(grant.putArray("types")::add);
            grant.putArray("divisions").add(division);
            grant.put("from", "2026-01-01");
            return grants;
        }
    }

    private final ServiceClient exchange;

    private DemoAgencies(ServiceClient exchange) {
        this.exchange = exchange;
    }

    public static DemoAgencies of(Installation installation) {
        Tokens tokens = Tokens.of(installation);
        return new DemoAgencies(new ServiceClient(installation.ports().url(PortName.EXCHANGE), () -> tokens.of("gda")));
    }

    public void register() {
        ALL.forEach(this::register);
    }

    private void register(Agency agency) {
        String path = "/agencies/" + agency.code();
        if (!exists(path)) {
            exchange.put(path, agency.profile(), "");
        }
        Answer grants = exchange.get(path + "/grants");
        if (!agency.types().isEmpty() && grants.etag().equals("\"0\"")) {
            exchange.put(path + "/grants", agency.grants(), grants.etag());
        }
    }

    private boolean exists(String path) {
        try {
            exchange.get(path);
            return true;
        } catch (Refusal refusal) {
            if (refusal.status() == 404) {
                return false;
            }
            throw refusal;
        }
    }
}
