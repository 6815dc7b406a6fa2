/** Formats that are known by name and not read: what nobody judged is not called clean. */
@NullMarked
package io.casemate.scan.opaque;

import org.jspecify.annotations.NullMarked;
