package io.casemate.core.threat;

import io.casemate.core.model.Named;

/** The six classes of STRIDE, read for ML systems. */
public enum Stride implements Named {
    SPOOFING,
    TAMPERING,
    REPUDIATION,
    INFORMATION_DISCLOSURE,
    DENIAL_OF_SERVICE,
    ELEVATION_OF_PRIVILEGE
}
