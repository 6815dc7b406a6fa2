/** A plan of mitigations as a document and as JSON. */
@NullMarked
package io.casemate.report.plan;

import org.jspecify.annotations.NullMarked;
