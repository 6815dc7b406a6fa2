/** STRIDE by part: elements and flows against the six classes. */
@NullMarked
package io.casemate.report.view.stride;

import org.jspecify.annotations.NullMarked;
