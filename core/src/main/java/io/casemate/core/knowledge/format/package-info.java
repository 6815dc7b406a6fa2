/** Formats of the files that models are made of. */
@NullMarked
package io.casemate.core.knowledge.format;

import org.jspecify.annotations.NullMarked;
