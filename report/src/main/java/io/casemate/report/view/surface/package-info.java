/** The attack surface: where somebody of lower trust gets in, and the files that stand behind each way. */
@NullMarked
package io.casemate.report.view.surface;

import org.jspecify.annotations.NullMarked;
