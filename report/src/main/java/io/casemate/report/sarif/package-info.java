/** The shown scenarios as SARIF 2.1.0 (OASIS), for code hosts and dashboards that read it. */
@NullMarked
package io.casemate.report.sarif;

import org.jspecify.annotations.NullMarked;
