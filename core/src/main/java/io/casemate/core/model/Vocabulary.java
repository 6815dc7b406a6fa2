package io.casemate.core.model;

import java.util.Set;

/**
 * Ids of the knowledge base that a model may name.
 *
 * @param facts what may be stated about elements and flows
 * @param threats what a treatment's scenario may begin with
 * @param mitigations what a treatment may put in place
 */
public record Vocabulary(Set<String> facts, Set<String> threats, Set<String> mitigations) {}
