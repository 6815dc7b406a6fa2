package io.casemate.core.policy;

import io.casemate.core.verdict.Outcome;

/**
 * One rule as it was written.
 *
 * @param each what it is asked of
 * @param when which of them it is asked of: a condition; empty for all
 * @param require what must be so: a condition
 * @param otherwise what follows where it is not so: {@link Outcome#FAIL} or {@link Outcome#UNDECIDED}
 * @param message what is wrong then, with {@code {expressions}} in braces
 * @param remedy what to do about it, likewise
 */
public record RuleText(
        String id,
        String title,
        Each each,
        Written when,
        Written require,
        Outcome otherwise,
        Written message,
        Written remedy,
        int line) {}
