package io.hutong.identity;

/** A text is not what it should be. The message names the rule and never repeats the text, which may be personal. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public InvalidValue(Finding finding) {
        super(finding.code() + ": " + finding.en());
        this.finding = finding;
    }

    static InvalidValue of(String code, String zh, String en) {
        return new InvalidValue(new Finding(code, zh, en));
    }

    public Finding finding() {
        return finding;
    }

    /** Stable name of the broken rule, for example {@code uscc.check}. */
    public String code() {
        return finding.code();
    }

    public String zh() {
        return finding.zh();
    }

    public String en() {
        return finding.en();
    }
}
