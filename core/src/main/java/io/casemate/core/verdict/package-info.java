/** What a gate says: one ruling for each rule and subject, and one verdict over them. */
@NullMarked
package io.casemate.core.verdict;

import org.jspecify.annotations.NullMarked;
