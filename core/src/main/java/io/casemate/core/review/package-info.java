/** Continuous review: when people looked, what calls for another look, and what is due when. */
@NullMarked
package io.casemate.core.review;

import org.jspecify.annotations.NullMarked;
