package io.casemate.core.threat;

import io.casemate.core.model.Named;

/** Where in the life cycle of a model a threat strikes. */
public enum Stage implements Named {
    DATA,
    TRAINING,
    STORAGE,
    DEPLOYMENT,
    INFERENCE,
    LLM_APPLICATION
}
