/** What findings mean: the rules of {@code knowledge/scanners}, read when the first of a scanner is told. */
@NullMarked
package io.casemate.scan.rule;

import org.jspecify.annotations.NullMarked;
