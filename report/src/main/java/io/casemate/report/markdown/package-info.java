/** The assessment as Markdown, short enough for a comment on a pull request. */
@NullMarked
package io.casemate.report.markdown;

import org.jspecify.annotations.NullMarked;
