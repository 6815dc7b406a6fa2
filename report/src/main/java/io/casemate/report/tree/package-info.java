/** Attack trees drawn and written: SVG, Mermaid, DOT, JSON, documents. */
@NullMarked
package io.casemate.report.tree;

import org.jspecify.annotations.NullMarked;
