package io.hutong.rules;

/** The legal text that a rule, condition or value rests on; {@code id} is what the file's rules cite. */
public record Clause(String id, Bilingual text) {}
