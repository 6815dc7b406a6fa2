/** What the page of an assessment shows, ready for its templates: the rows of its tables, and the whole. */
@NullMarked
package io.casemate.report.html.page;

import org.jspecify.annotations.NullMarked;
