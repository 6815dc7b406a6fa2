/** What scans, attacks, signals and people found out about a system: facts with their source, time and artifact. */
@NullMarked
package io.casemate.core.evidence;

import org.jspecify.annotations.NullMarked;
