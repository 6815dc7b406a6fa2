package io.casemate.core.risk;

/** A fact that nobody stated and that a scenario rests on. */
public record Presumed(String part, String fact, boolean value, String because) {}
