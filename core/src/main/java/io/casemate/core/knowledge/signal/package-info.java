/** Run-time signals with their thresholds and runbooks. */
@NullMarked
package io.casemate.core.knowledge.signal;

import org.jspecify.annotations.NullMarked;
