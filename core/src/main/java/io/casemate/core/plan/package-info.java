/**
 * Which mitigations to put in place: the set that lowers the risk most for a budget, and the cheapest that brings every scenario
 * under the appetite, each with a proven gap. docs/adr/0011 says how.
 */
@NullMarked
package io.casemate.core.plan;

import org.jspecify.annotations.NullMarked;
