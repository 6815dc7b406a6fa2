/** What changed between two systems, and what follows from each change. The idea is in docs/adr/0013. */
@NullMarked
package io.casemate.core.diff;

import org.jspecify.annotations.NullMarked;
