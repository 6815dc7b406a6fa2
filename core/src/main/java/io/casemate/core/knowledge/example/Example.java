package io.casemate.core.knowledge.example;

import io.casemate.core.model.SystemModel;

/**
 * A small system in which a threat applies, or does not.
 *
 * @param number from 1, in the order of the file, separately for those that apply and those that do not
 * @param targetId the element or flow that the threat applies to, or just not
 */
public record Example(String threatId, int number, boolean applies, SystemModel model, String targetId) {}
