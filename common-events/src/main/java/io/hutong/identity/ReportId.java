package io.hutong.identity;

import java.util.UUID;

/** Identity of one annual report (年度报告): of one business for one year, however often it is corrected. */
public record ReportId(UUID uuid) implements TextValue {

    public static ReportId of(String text) {
        return new ReportId(Cleaning.uuid(text, "report-id"));
    }

    @Override
    public String value() {
        return uuid.toString();
    }

    @Override
    public String toString() {
        return value();
    }
}
