/** JSON token by token, from bytes that nobody vouches for: no tree is built, depth and text lengths are bounded. */
@NullMarked
package io.casemate.scan.json;

import org.jspecify.annotations.NullMarked;
