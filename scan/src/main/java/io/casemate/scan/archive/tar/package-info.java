/** Tar archives, in all dialects, with their links. */
@NullMarked
package io.casemate.scan.archive.tar;

import org.jspecify.annotations.NullMarked;
