/** Scenarios as a simulation needs them: how often, from where, and what an event costs. */
@NullMarked
package io.casemate.core.money.scenario;

import org.jspecify.annotations.NullMarked;
