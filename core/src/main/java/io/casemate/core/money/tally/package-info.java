/** What is kept of simulated years in fixed space, and the figures that follow from it. */
@NullMarked
package io.casemate.core.money.tally;

import org.jspecify.annotations.NullMarked;
