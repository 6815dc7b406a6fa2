/** Choosing among things that cost: minimises a sum of terms, each over a few yes-or-no choices, and proves how good the answer is. */
@NullMarked
package io.casemate.core.plan.program;

import org.jspecify.annotations.NullMarked;
