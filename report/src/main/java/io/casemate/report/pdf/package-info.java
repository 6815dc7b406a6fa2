/**
 * A page of HTML as a PDF of A4 sheets: tagged, with bookmarks, embedded fonts and numbered pages. The only package that knows
 * the renderer, which is given no way to a file or a network.
 */
@NullMarked
package io.casemate.report.pdf;

import org.jspecify.annotations.NullMarked;
