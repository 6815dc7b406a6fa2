package io.casemate.core.risk;

/**
 * One summand of a scenario's log-odds.
 *
 * @param source what it comes from: prior, a control at a part, a finding
 * @param decibans what it adds to 10 log10 of the odds
 * @param observed whether evidence stands behind it rather than a statement or a presumption
 * @param reason why, for people
 */
public record Term(String source, double decibans, boolean observed, String reason) {}
