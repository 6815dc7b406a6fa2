package io.casemate.core.threat;

import io.casemate.core.model.Part;

/**
 * What one fact at one place, or the shape of the path, adds to the log-odds of a scenario.
 *
 * @param part where it was read; the target for the shape of the path
 * @param factor the factor it comes from, or a description of the shape
 * @param decibans may be 0, where a control is stated to be absent
 * @param verified whether evidence stands behind it
 */
public record Contribution(Part part, String factor, double decibans, boolean verified, String reason) {}
