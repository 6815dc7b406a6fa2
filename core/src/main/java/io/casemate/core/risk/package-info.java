/**
 * How bad it is: vulnerability and frequency of each scenario, the risk that follows, the questions that could move it, and the
 * assessment that says all of it. Time is passed in; the same input gives the same output.
 */
@NullMarked
package io.casemate.core.risk;

import org.jspecify.annotations.NullMarked;
