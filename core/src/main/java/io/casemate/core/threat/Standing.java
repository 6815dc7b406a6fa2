package io.casemate.core.threat;

import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Level;

/**
 * Where adversaries of one profile stand and what they are like when a model does not say.
 *
 * @param reaches parts that every adversary of the profile can act at
 * @param byDefault parts that they can act at in addition where the model states no access
 */
public record Standing(
        AdversaryProfile profile,
        String title,
        String motivation,
        Level capability,
        Level likelihood,
        Condition reaches,
        Condition byDefault) {}
