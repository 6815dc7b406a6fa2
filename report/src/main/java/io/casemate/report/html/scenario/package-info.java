/** One scenario as the page of an assessment shows it: its path, its sum of evidence, its mitigations. */
@NullMarked
package io.casemate.report.html.scenario;

import org.jspecify.annotations.NullMarked;
