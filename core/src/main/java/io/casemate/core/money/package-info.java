/**
 * Risk in money: the scenarios of an assessment with the losses of the assets they harm, simulated without controls, as it is now,
 * and with the treatments in place. docs/adr/0010 says how and why.
 */
@NullMarked
package io.casemate.core.money;

import org.jspecify.annotations.NullMarked;
