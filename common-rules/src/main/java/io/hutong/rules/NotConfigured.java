package io.hutong.rules;

/** A value that the authority has to set before anything can be decided by it; there is no default. */
public final class NotConfigured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String setting;
    private final transient Bilingual message;

    public NotConfigured(String setting, Bilingual title, String authority) {
        super(setting + " is not configured by the authority (" + authority + ")");
        this.setting = setting;
        this.message = new Bilingual(
                "“" + title.zh() + "”尚未由主管机关（" + authority + "）设定",
                "\"" + title.en() + "\" is not configured by the authority (" + authority + ")");
    }

    public String setting() {
        return setting;
    }

    public Bilingual text() {
        return message;
    }
}
