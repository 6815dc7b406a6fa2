/** Risk in money as a document and as JSON. */
@NullMarked
package io.casemate.report.money;

import org.jspecify.annotations.NullMarked;
