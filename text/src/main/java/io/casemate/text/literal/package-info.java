/** Finds many fixed strings in one pass over bytes. */
@NullMarked
package io.casemate.text.literal;

import org.jspecify.annotations.NullMarked;
