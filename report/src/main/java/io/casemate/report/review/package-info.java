/** How it stands with the reviews, for programs. */
@NullMarked
package io.casemate.report.review;

import org.jspecify.annotations.NullMarked;
