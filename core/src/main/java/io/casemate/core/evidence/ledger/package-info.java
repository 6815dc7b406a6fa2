/** The ledger: evidence in an append-only file, each line bound to all lines before it by a hash. */
@NullMarked
package io.casemate.core.evidence.ledger;

import org.jspecify.annotations.NullMarked;
