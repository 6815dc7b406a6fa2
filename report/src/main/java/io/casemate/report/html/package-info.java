/**
 * The assessment as one HTML file that needs nothing else: no network, no fonts, and no JavaScript to be read. Templates lie
 * beside this package in the resources; all of them escape by default.
 */
@NullMarked
package io.casemate.report.html;

import org.jspecify.annotations.NullMarked;
