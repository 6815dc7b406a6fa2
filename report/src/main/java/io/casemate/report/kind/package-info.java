/** The kinds of report; each is one class here and one line in the registry. */
@NullMarked
package io.casemate.report.kind;

import org.jspecify.annotations.NullMarked;
