/** Joins two versions of a model file that came from one: by ids, in the text, with what contradicts named. */
@NullMarked
package io.casemate.core.diff.merge;

import org.jspecify.annotations.NullMarked;
