/** The whole catalogue as pages: Markdown to read beside the code, and one HTML file to search. */
@NullMarked
package io.casemate.report.catalogue;

import org.jspecify.annotations.NullMarked;
