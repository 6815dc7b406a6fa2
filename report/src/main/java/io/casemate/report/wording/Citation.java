package io.casemate.report.wording;

/**
 * A published id with what people need to look it up.
 *
 * @param label framework and id, {@code ATLAS AML.T0024}
 * @param name its published name, empty where the knowledge base does not list it
 * @param url where it is published, always https; empty where the framework is unknown
 */
public record Citation(String label, String name, String url) {}
