package io.casemate.core.model;

/**
 * A file that an element is made of.
 *
 * @param path relative to the folder of casemate.yaml
 * @param sha256 its digest in lower-case hex, empty where the file does not state it
 */
public record Artifact(String path, String sha256) {}
