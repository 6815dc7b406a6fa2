/** Zip archives: the directory and the local heads are both read, and every way in which they disagree is told. */
@NullMarked
package io.casemate.scan.archive.zip;

import org.jspecify.annotations.NullMarked;
