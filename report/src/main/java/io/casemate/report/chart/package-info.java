/** Curves as SVG that look right on a page, dark or light, and in print. */
@NullMarked
package io.casemate.report.chart;

import org.jspecify.annotations.NullMarked;
