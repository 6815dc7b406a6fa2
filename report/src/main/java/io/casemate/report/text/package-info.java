/** What the command line prints about one scenario and about the open questions. */
@NullMarked
package io.casemate.report.text;

import org.jspecify.annotations.NullMarked;
