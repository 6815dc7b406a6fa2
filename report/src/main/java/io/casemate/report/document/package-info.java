/** A document as headings, paragraphs, lists and tables, before it is Markdown or HTML. */
@NullMarked
package io.casemate.report.document;

import org.jspecify.annotations.NullMarked;
