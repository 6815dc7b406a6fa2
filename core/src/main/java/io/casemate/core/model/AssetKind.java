package io.casemate.core.model;

/** The seven kinds of things in an ML system that are worth protecting. */
public enum AssetKind implements Named {
    MODEL_IP,
    TRAINING_DATA,
    INFERENCE_DATA,
    PREDICTIONS,
    SYSTEM_PROMPTS,
    SECRETS,
    USER_DATA
}
