package io.hutong.web.openapi;

import io.hutong.events.AgencyCode;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;

/** How value objects stand in JSON: each is one string. */
final class ValueForms {
    record Form(String description, String pattern, String example) {}

    static final Map<String, Form> FORMS = Map.of(
            UnifiedSocialCreditCode.class.getName(),
            new Form(
                    "Unified social credit code 统一社会信用代码 (GB 32100), both check characters right",
                    "^[0-9A-HJ-NPQRTUWXY]{2}[1-9][0-9]{5}[0-9A-HJ-NPQRTUWXY]{10}$",
                    "92360703MAD0AA0A4W"),
            DivisionCode.class.getName(),
            new Form(
                    "Division 行政区划 (GB/T 2260): six digits of a county, nine of a township, twelve of a village",
                    "^[1-9][0-9]{5}([0-9]{3}){0,2}$",
                    "360703"),
            ResidentId.class.getName(),
            new Form("Resident identity number 公民身份号码 (GB 11643)", "^[1-9][0-9]{16}[0-9X]$", "360703199001010017"),
            AgencyCode.class.getName(),
            new Form(
                    "Agency: kind, division, and a suffix where one division has several",
                    "^[A-Z]{2,10}-[1-9][0-9]{5}([0-9]{3}){0,2}(-[A-Z0-9]{1,20})?$",
                    "TOWN-360703100"));

    private ValueForms() {}

    static Schema of(ClassInfo value) {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        Form form = FORMS.get(value.name().toString());
        if (form != null) {
            return text.description(form.description()).pattern(form.pattern()).addExample(form.example());
        }
        return value.field("uuid") == null ? text : text.format("uuid");
    }
}
