/** The verb review. */
@NullMarked
package io.casemate.cli.review;

import org.jspecify.annotations.NullMarked;
