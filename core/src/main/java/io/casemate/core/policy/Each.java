package io.casemate.core.policy;

import io.casemate.core.model.Named;

/** What a rule is asked of: once of the whole system, or once of every one of a kind. */
public enum Each implements Named {
    SYSTEM,
    RISK,
    ANSWERED,
    ELEMENT,
    QUESTION,
    GAP
}
