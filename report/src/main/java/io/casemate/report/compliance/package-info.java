/** What satisfies the requirements of a published list: the context of the system, each requirement, and the ledger's lines. */
@NullMarked
package io.casemate.report.compliance;

import org.jspecify.annotations.NullMarked;
