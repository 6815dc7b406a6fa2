package io.casemate.report.spi;

import io.casemate.core.model.Named;

/** What some kinds of report can be asked beside the system and the moment; an option {@code --id} of the command line. */
public enum ReportOption implements Named {
    /** Whose requirements are gone through, such as {@code nist-ai-rmf}. */
    FRAMEWORK,
    /** How many years are simulated. */
    YEARS,
    /** Where the random numbers begin. */
    SEED,
    /** Which asset alone is looked at, by its id. */
    ASSET,
    /** The highest band that is accepted: low or medium. */
    APPETITE
}
