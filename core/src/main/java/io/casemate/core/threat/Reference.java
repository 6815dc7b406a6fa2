package io.casemate.core.threat;

/**
 * A published id.
 *
 * @param framework file name in {@code knowledge/frameworks}, edition included: {@code owasp-llm-2025}
 * @param id as published
 */
public record Reference(String framework, String id) {}
