/**
 * Data-flow diagrams as SVG. A {@link io.casemate.report.diagram.Scene} says what to draw, a {@link
 * io.casemate.report.diagram.Plan} where it lies, an {@link io.casemate.report.diagram.SvgInk} how it looks; only {@link
 * io.casemate.report.diagram.LayeredLayout} knows the layout engine.
 */
@NullMarked
package io.casemate.report.diagram;

import org.jspecify.annotations.NullMarked;
