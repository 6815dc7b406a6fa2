package io.casemate.core.money;

/**
 * The same of three states.
 *
 * @param inherent with no control in place and no evidence
 * @param current as it is
 * @param target with the treatments in place
 */
public record ByState<T>(T inherent, T current, T target) {}
