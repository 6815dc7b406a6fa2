/** A reading by one scanner alone. */
@NullMarked
package io.casemate.scan.trial;

import org.jspecify.annotations.NullMarked;
