/** Many simulated years of attempts, events and losses: compound Poisson with uncertain rates and shared attempts. */
@NullMarked
package io.casemate.core.money.simulation;

import org.jspecify.annotations.NullMarked;
