/** A system as keys and values, of which any can change alone; which keys change together; which ids mean the same thing. */
@NullMarked
package io.casemate.core.diff.edit;

import org.jspecify.annotations.NullMarked;
