/** The front door of the reports: an assessment as HTML, Markdown, JSON or SARIF. */
@NullMarked
package io.casemate.report;

import org.jspecify.annotations.NullMarked;
