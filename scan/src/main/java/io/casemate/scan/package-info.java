/** Reads model files that an attacker may have written, and says what loading them would do. Runs nothing, opens no connection. */
@NullMarked
package io.casemate.scan;

import org.jspecify.annotations.NullMarked;
