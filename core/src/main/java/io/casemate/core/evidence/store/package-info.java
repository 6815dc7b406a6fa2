/** Files that survive a crash: what was synced stays, one writer at a time. */
@NullMarked
package io.casemate.core.evidence.store;

import org.jspecify.annotations.NullMarked;
