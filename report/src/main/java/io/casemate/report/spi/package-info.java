/** What every document of an assessment implements. */
@NullMarked
package io.casemate.report.spi;

import org.jspecify.annotations.NullMarked;
