/** JSON as a tree of values: read with limits, written the same way every time, and canonical (RFC 8785). */
@NullMarked
package io.casemate.core.json;

import org.jspecify.annotations.NullMarked;
