/** The front door of the core: from a system model and its evidence to an assessment. */
@NullMarked
package io.casemate.core;

import org.jspecify.annotations.NullMarked;
