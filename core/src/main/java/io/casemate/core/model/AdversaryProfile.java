package io.casemate.core.model;

/** The six profiles of people who attack ML systems. */
public enum AdversaryProfile implements Named {
    EXTERNAL_HACKER,
    COMPETITOR,
    MALICIOUS_INSIDER,
    COMPROMISED_VENDOR,
    NATION_STATE,
    RESEARCHER
}
