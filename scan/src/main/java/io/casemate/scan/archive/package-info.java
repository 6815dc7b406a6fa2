/**
 * Containers of other contents: each says what its members are and which of its structures no honest writer makes; the
 * members are read by whoever recognises their bytes. Whatever two readers could see differently is told, and read both ways.
 */
@NullMarked
package io.casemate.scan.archive;

import org.jspecify.annotations.NullMarked;
