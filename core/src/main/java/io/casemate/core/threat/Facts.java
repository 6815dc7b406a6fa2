package io.casemate.core.threat;

import io.casemate.core.model.Part;

/** Reads facts. "What if" questions are answered by a reader around a reader. */
@FunctionalInterface
public interface Facts {
    Reading read(Part part, String fact);
}
