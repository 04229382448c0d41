package io.hutong.web;

/**
 * One reason why a request was refused: where (JSON Pointer into the body, or empty), a code for programs, and a
 * sentence for people. The sentences name the rule, never the value.
 */
public record Violation(String pointer, String code, String zh, String en) {}
