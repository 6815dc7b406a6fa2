/** Digests of contents, and names of files that say one: what is not as its name says was changed or mixed up. */
@NullMarked
package io.casemate.scan.digest;

import org.jspecify.annotations.NullMarked;
