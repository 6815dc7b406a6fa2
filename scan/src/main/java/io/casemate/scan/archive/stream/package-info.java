/** Contents that are compressed as a whole. */
@NullMarked
package io.casemate.scan.archive.stream;

import org.jspecify.annotations.NullMarked;
