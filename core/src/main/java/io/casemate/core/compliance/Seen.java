package io.casemate.core.compliance;

/**
 * What was found of one proof.
 *
 * @param words what it is that was found, or what is not
 */
public record Seen(Proof proof, Fulfilment fulfilment, String words) {}
