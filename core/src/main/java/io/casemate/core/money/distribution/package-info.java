/** Distributions of amounts and rates that people state: their mean, variance and quantiles. */
@NullMarked
package io.casemate.core.money.distribution;

import org.jspecify.annotations.NullMarked;
