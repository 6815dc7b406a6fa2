/** Verbs on the ledger itself. */
@NullMarked
package io.casemate.cli.audit;

import org.jspecify.annotations.NullMarked;
