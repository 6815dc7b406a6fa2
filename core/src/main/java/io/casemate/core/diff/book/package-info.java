/** Two ledgers as keys and values: what stands in one alone, and what grew older between two moments. */
@NullMarked
package io.casemate.core.diff.book;

import org.jspecify.annotations.NullMarked;
