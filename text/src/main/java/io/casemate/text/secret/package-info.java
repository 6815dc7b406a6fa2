/** Recognises secrets in text. */
@NullMarked
package io.casemate.text.secret;

import org.jspecify.annotations.NullMarked;
