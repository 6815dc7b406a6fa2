/** The assessment as JSON, the interface that other programs rely on: {@code knowledge/schema/assessment.schema.json}. */
@NullMarked
package io.casemate.report.json;

import org.jspecify.annotations.NullMarked;
