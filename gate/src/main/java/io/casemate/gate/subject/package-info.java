/** An assessment as the values that the conditions of a policy are asked of. */
@NullMarked
package io.casemate.gate.subject;

import org.jspecify.annotations.NullMarked;
