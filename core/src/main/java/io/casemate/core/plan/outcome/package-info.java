/** How scenarios come out under sets of choices: learnt route by route from full assessments, and fast to ask. */
@NullMarked
package io.casemate.core.plan.outcome;

import org.jspecify.annotations.NullMarked;
