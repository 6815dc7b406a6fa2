/** A text that a file's writer chose: how it stands in a message, and whether it is code where words are expected. */
@NullMarked
package io.casemate.scan.snippet;

import org.jspecify.annotations.NullMarked;
