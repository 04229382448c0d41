package io.hutong.web;

import org.jspecify.annotations.Nullable;

/**
 * Turns an exception of another module into a problem: a CDI bean, asked for each link of an exception's chain of causes
 * before the general rules are. It answers null for what it does not know.
 */
public interface ProblemTranslator {
    @Nullable
    Problem translate(Throwable failure);
}
