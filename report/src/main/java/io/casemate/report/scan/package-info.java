/** What a scan found, as documents: JSON, SARIF, CycloneDX, JUnit. All say the same verdict. */
@NullMarked
package io.casemate.report.scan;

import org.jspecify.annotations.NullMarked;
