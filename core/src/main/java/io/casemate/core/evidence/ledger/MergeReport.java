package io.casemate.core.evidence.ledger;

/**
 * What a merge did.
 *
 * @param common leading lines that both ledgers share
 * @param skipped further lines of the branch that were here already, by an earlier merge
 * @param append the lines appended anew
 */
public record MergeReport(int common, int skipped, AppendReport append) {}
