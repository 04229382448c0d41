package io.hutong.identity;

/** Unified social credit code (统一社会信用代码, GB 32100-2015). */
public record UnifiedSocialCreditCode(String value) implements TextValue {

    public static UnifiedSocialCreditCode of(String text) {
        return new UnifiedSocialCreditCode(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
