package io.casemate.core.plan;

/** Is told how far planning has come. */
@FunctionalInterface
public interface Progress {
    /** For whoever does not look. */
    Progress NOBODY = round -> {};

    /** A proposal is being looked for; every round ends with an assessment of it. */
    void round(int number);
}
