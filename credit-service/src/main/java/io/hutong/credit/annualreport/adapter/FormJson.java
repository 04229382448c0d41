package io.hutong.credit.annualreport.adapter;

import io.hutong.credit.annualreport.ReadReports;
import io.hutong.credit.annualreport.ReportDuties;
import io.hutong.credit.annualreport.ReportForm;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the report for a year still asks, and what need not be typed because the register knows it or it was filed before. */
@Schema(name = "ReportForm")
record FormJson(int year, ReportDuties.State state, List<FieldJson> fields, Map<String, String> prefilled) {

    /** One thing asked; values are sent as texts of this kind, and {@code carried} ones are the same for every year on the screen. */
    @Schema(name = "ReportField")
    record FieldJson(
            String name,
            ReportForm.Kind kind,
            ReportForm.FilledBy filledBy,
            boolean required,
            boolean carried,
            String zh,
            String en) {}

    static FormJson of(ReadReports.Prefilled open) {
        return new FormJson(
                open.form().year(),
                open.state(),
                open.form().fields().stream()
                        .map(field -> new FieldJson(
                                field.name(),
                                field.kind(),
                                field.filledBy(),
                                field.required(),
                                field.carried(),
                                field.title().zh(),
                                field.title().en()))
                        .toList(),
                open.content());
    }
}
