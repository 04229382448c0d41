package io.hutong.web;

import io.hutong.identity.Finding;

/** What is doubtful about an answer without being wrong: a code for programs, and a sentence in the language asked for. */
public record Hint(String code, String message) {
    public static Hint of(Finding finding, Language language) {
        return new Hint(finding.code(), language.choose(finding.zh(), finding.en()));
    }
}
