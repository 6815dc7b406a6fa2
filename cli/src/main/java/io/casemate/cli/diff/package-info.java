/** What changed between two systems, two revisions or two moments, and what follows from it; joining three versions. */
@NullMarked
package io.casemate.cli.diff;

import org.jspecify.annotations.NullMarked;
