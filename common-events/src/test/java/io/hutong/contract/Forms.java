package io.hutong.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.events.AgencyCode;
import io.hutong.events.Audience;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.DemandId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.ObjectionId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import io.hutong.identity.ReportId;
import io.hutong.identity.SeriousEntryId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.Map;
import java.util.Set;

/** The forms that texts of the contract have, as JSON Schema. */
final class Forms {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("specversion", "^1\\.0$"),
            Map.entry("uuid", "^" + UUID + "$"),
            Map.entry("source", "^/[a-z-]+$"),
            Map.entry("type", "^io\\.hutong\\.[a-z-]+\\.[a-z-]+\\.v[1-9][0-9]*$"),
            Map.entry("dataschema", "^urn:hutong:schema:io\\.hutong\\.[a-z-]+\\.[a-z-]+\\.v[1-9][0-9]*$"),
            Map.entry("json", "^application/json(;.*)?$"),
            Map.entry("position", "^[1-9][0-9]*$"),
            Map.entry("sha256", "^[0-9a-f]{64}$"),
            Map.entry("uscc", "^[0-9A-HJ-NPQRTUWXY]{2}[1-9][0-9]{5}[0-9A-HJ-NPQRTUWXY]{10}$"),
            Map.entry("division", "^[1-9][0-9]{5}([0-9]{3}){0,2}$"),
            Map.entry("section", "^[A-T]$"),
            Map.entry("industry", "^[0-9]{4}$"),
            Map.entry("agency", "^[A-Z]{2,10}-[1-9][0-9]{5}([0-9]{3}){0,2}(-[A-Z0-9]{1,20})?$"),
            Map.entry("agency-source", "^/agencies/[A-Z]+-[0-9]+(-[A-Z0-9]+)?$"),
            Map.entry("code", "^[A-Z][A-Z0-9_]{0,49}$"),
            Map.entry("field-name", "^[a-z][A-Za-z]{0,49}$"),
            Map.entry("reason-code", "^[a-z][a-z-]*(\\.[a-z][a-z-]*)*$"),
            Map.entry("traceparent", "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"));
    private static final Map<Class<?>, String> VALUES = Map.ofEntries(
            Map.entry(AgencyCode.class, "agency"),
            Map.entry(ArrearsAnnouncementId.class, "uuid"),
            Map.entry(BizId.class, "uuid"),
            Map.entry(CertificateId.class, "uuid"),
            Map.entry(ReportId.class, "uuid"),
            Map.entry(AbnormalEntryId.class, "uuid"),
            Map.entry(ChangeId.class, "uuid"),
            Map.entry(EventId.class, "uuid"),
            Map.entry(OperatorTenureId.class, "uuid"),
            Map.entry(DivisionCode.class, "division"),
            Map.entry(UnifiedSocialCreditCode.class, "uscc"),
            Map.entry(ConsentId.class, "uuid"),
            Map.entry(DemandId.class, "uuid"),
            Map.entry(ObjectionId.class, "uuid"),
            Map.entry(PenaltyId.class, "uuid"),
            Map.entry(SeriousEntryId.class, "uuid"),
            Map.entry(RepairId.class, "uuid"),
            Map.entry(RepairTargetId.class, "uuid"));
    /** Texts whose form or greatest length is not the general one, by record and component. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("Document.sha256", "sha256"),
            Map.entry("Industry.section", "section"),
            Map.entry("Industry.code", "industry"),
            Map.entry("Origin.source", "agency-source"),
            Map.entry("PermitGranted.permitType", "code"),
            Map.entry("PermitChanged.permitType", "code"),
            Map.entry("PermitEnded.permitType", "code"),
            Map.entry("EligibilityAnswer.criterion", "code"),
            Map.entry("ArrearsAnnounced.noticeNo", "text"),
            Map.entry("ArrearsAnnounced.source", "text"),
            Map.entry("RepairApplied.system", "code"),
            Map.entry("AbnormalPublicationEnded.channel", "code"),
            Map.entry("AnnualReportWindowOpened.template", "text"),
            Map.entry("ProfileUpdated.changed", "field-name"),
            Map.entry("AgencyEventSettled.reason", "reason-code"));

    private static final Set<String> SHORT = Set.of(
            "name", "operatorName", "oldOperatorName", "newOperatorName", "decisionNo", "permitNo", "ruleSet", "id");
    private static final int SHORT_LENGTH = 100;
    private static final int LONG_LENGTH = 1000;

    private Forms() {}

    static ObjectNode of(String form) {
        ObjectNode text = ContractFiles.JSON.createObjectNode().put("type", "string");
        String pattern = PATTERNS.get(form);
        if (pattern != null) {
            return text.put("pattern", pattern);
        }
        return switch (form) {
            case "date" -> text.put("format", "date").put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            case "instant" -> text.put("format", "date-time");
            case "text" -> text.put("minLength", 1).put("maxLength", SHORT_LENGTH);
            default -> throw new IllegalArgumentException("no form " + form);
        };
    }

    static ObjectNode ofValue(Class<?> value) {
        String form = VALUES.get(value);
        if (form == null) {
            throw new IllegalArgumentException("no form for " + value.getName());
        }
        return of(form);
    }

    static ObjectNode ofText(Class<?> owner, String name) {
        String form = TEXTS.get(owner.getSimpleName() + "." + name);
        if (form != null) {
            return of(form);
        }
        ObjectNode text = of("text").put("maxLength", SHORT.contains(name) ? SHORT_LENGTH : LONG_LENGTH);
        return name.equals("note") ? text.put("minLength", 0) : text;
    }

    /** A sealed place: exactly the sealed object, its key that of one producer and audience. */
    static ObjectNode sealed(String producer, Audience audience) {
        ObjectNode sealed = ContractFiles.JSON.createObjectNode();
        sealed.put("description", "sealed for " + String.join(", ", audience.recipients()) + " (" + audience + ")");
        sealed.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = sealed.putObject("properties");
        properties
                .putObject("kid")
                .put("type", "string")
                .put("pattern", "^" + producer + ":" + UUID + ":" + audience + "$");
        properties.putObject("alg").put("const", "A256GCM");
        properties.putObject("iv").put("type", "string").put("pattern", "^[A-Za-z0-9_-]{16}$");
        properties
                .putObject("ct")
                .put("type", "string")
                .put("pattern", "^[A-Za-z0-9_-]{22,}$")
                .put("maxLength", 16_384);
        sealed.putArray("required").add("kid").add("alg").add("iv").add("ct");
        return sealed;
    }
}
