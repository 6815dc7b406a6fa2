/** What people, tests and other tools state, on its way into the ledger. */
@NullMarked
package io.casemate.cli.attest;

import org.jspecify.annotations.NullMarked;
