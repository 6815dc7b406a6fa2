package io.casemate.core.verdict;

import io.casemate.core.model.Named;

/** How a rule went; of several the later one decides. */
public enum Outcome implements Named {
    PASS,
    /** Not so, but somebody answers for it until a stated day. */
    WAIVED,
    /** Nobody can say: something was not looked at, or not answered. Never read as passed. */
    UNDECIDED,
    FAIL
}
