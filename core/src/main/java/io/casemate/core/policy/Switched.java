package io.casemate.core.policy;

/** A built-in rule that an organisation does without, and why. */
public record Switched(Written rule, String reason) {}
