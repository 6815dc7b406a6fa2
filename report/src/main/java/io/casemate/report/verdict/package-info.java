/** What a gate says, for programs: JSON, SARIF, JUnit's XML and Markdown, all of one verdict. */
@NullMarked
package io.casemate.report.verdict;

import org.jspecify.annotations.NullMarked;
