package io.hutong.web.imports;

/** A line that was left out, and why: {@code column} where one is to blame. Never holds what the line said. */
public record RefusedLine(long line, String column, String code, String reason) {}
