package io.casemate.core.model;

/**
 * What people say of one requirement. Saying is no evidence: a claim without it stays a claim.
 *
 * @param requirement as it is published, with its list: {@code NIST-AI-RMF GOVERN 3.1}
 * @param applies false where the requirement is not applicable, for the reason in {@code text}
 * @param text how it is met, or why it does not apply
 * @param by who says so; may be empty
 */
public record Statement(String requirement, boolean applies, String text, String by) {}
