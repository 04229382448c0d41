package io.hutong.events;

/** One item of the business scope, from the standard catalogue (经营范围规范目录). */
public record ScopeItem(String id, String text) {}
