/** The gate: a policy over an assessment gives a verdict. */
@NullMarked
package io.casemate.gate;

import org.jspecify.annotations.NullMarked;
