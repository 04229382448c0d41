package io.hutong.credit.agencyrecord;

/** What credit only knows because another service states it: the name that the sharing rules give it, and who states it. */
public enum RecordKind {
    PERMIT("permit", "/exchange"),
    ARREARS("publishedTaxArrears", "/tax");

    private final String field;
    private final String source;

    RecordKind(String field, String source) {
        this.field = field;
        this.source = source;
    }

    public String field() {
        return field;
    }

    public String source() {
        return source;
    }
}
