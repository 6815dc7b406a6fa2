/** Results of earlier scans, kept by the digest of the file and the version of what judged it. */
@NullMarked
package io.casemate.scan.cache;

import org.jspecify.annotations.NullMarked;
