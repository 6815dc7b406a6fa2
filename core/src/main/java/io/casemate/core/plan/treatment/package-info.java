/** Writes treatments into a model's file and leaves every other character as it is. */
@NullMarked
package io.casemate.core.plan.treatment;

import org.jspecify.annotations.NullMarked;
