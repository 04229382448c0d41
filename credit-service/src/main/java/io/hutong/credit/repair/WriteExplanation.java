package io.hutong.credit.repair;

import io.hutong.rules.Explanation;

/** Keeps the account of a decision as text. */
public interface WriteExplanation {
    String write(Explanation explanation);
}
