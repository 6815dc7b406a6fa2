/** What a simulation says of an amount of money in one year, each figure with its Monte Carlo error. */
@NullMarked
package io.casemate.core.money.loss;

import org.jspecify.annotations.NullMarked;
