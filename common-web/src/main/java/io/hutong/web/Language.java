package io.hutong.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of answers: Chinese unless the client prefers English. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private static final List<Locale> OFFERED =
            List.of(Locale.forLanguageTag("zh-CN"), Locale.forLanguageTag("zh"), Locale.forLanguageTag("en"));

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    public String choose(String zh, String en) {
        return this == EN ? en : zh;
    }

    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), OFFERED);
            return found != null && found.getLanguage().equals("en") ? EN : ZH;
        } catch (IllegalArgumentException malformed) {
            return ZH;
        }
    }
}
